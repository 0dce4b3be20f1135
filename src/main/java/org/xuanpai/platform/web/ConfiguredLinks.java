package org.xuanpai.platform.web;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.xuanpai.platform.OutsideLinks;
import org.xuanpai.platform.StartRefused;

/**
 * Links made of {@code xuanpai.address} when it is set; otherwise of the name in the request, which is one of
 * {@code xuanpai.hosts}.
 */
@Component
class ConfiguredLinks implements OutsideLinks {

    private final String address;

    ConfiguredLinks(@Value("${xuanpai.address:}") String address) {
        if (!address.isEmpty() && !address.matches("https?://[A-Za-z0-9.\\-\\[\\]:]+/?")) {
            throw new StartRefused("xuanpai.address=" + address
                    + " is not an address: give scheme and host, such as https://xuanpai.example");
        }
        this.address = address;
    }

    @Override
    public String to(String path, Object... names) {
        UriComponentsBuilder base = address.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath()
                : UriComponentsBuilder.fromUri(URI.create(address.replaceFirst("/$", "")));
        return base.path(path).buildAndExpand(names).toUriString();
    }
}
