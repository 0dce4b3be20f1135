package org.xuanpai.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Lets in what was asked under one of our names, at a port that is one (controls D7). */
final class OwnAddress extends StrictHttpFirewall {

    private static final int HIGHEST_PORT = 65_535;

    OwnAddress(Set<String> hosts) {
        setAllowedHostnames(new AllowedHosts(hosts));
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        int port = request.getServerPort();
        if (port < 1 || port > HIGHEST_PORT) {
            throw new RequestRejectedException("a port that is none");
        }
        return super.getFirewalledRequest(request);
    }
}
