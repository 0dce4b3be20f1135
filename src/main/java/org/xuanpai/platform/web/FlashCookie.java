package org.xuanpai.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import org.springframework.web.util.WebUtils;
import org.xuanpai.platform.Flash;

/**
 * Carries the one {@link Flash} of a redirect in a signed cookie that lives a minute, so that the session stays small and
 * the message survives a restart or another instance. It takes the attribute {@code flash} and nothing else.
 */
class FlashCookie extends AbstractFlashMapManager {

    static final String NAME = "xuanpai-flash";
    static final String ATTRIBUTE = "flash";

    private static final Duration LIFE = Duration.ofMinutes(1);

    private final Supplier<byte[]> key;
    private final boolean secure;

    /**
     * Signs with a key.
     *
     * @param key asked for when there is something to sign or to check
     * @param secure whether the cookie travels over TLS only
     */
    FlashCookie(Supplier<byte[]> key, boolean secure) {
        this.key = key;
        this.secure = secure;
        setFlashMapTimeout(Math.toIntExact(LIFE.toSeconds()));
    }

    @Override
    protected List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null) {
            // nothing to look for; the base class may not be given an immutable list it adds to
            return new ArrayList<>();
        }
        List<FlashMap> maps = new ArrayList<>();
        SignedFlash.read(cookie.getValue(), key.get()).map(SignedFlash::toMap).ifPresent(maps::add);
        return maps;
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> maps, HttpServletRequest request, HttpServletResponse response) {
        // the newest message wins: there is one place for it on the page
        if (maps.isEmpty()) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
        } else {
            FlashMap newest = maps.get(maps.size() - 1);
            SignedFlash signed = new SignedFlash(
                    only(newest), String.valueOf(newest.getTargetRequestPath()), newest.getExpirationTime());
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(signed.write(key.get()), LIFE));
        }
    }

    private String cookie(String value, Duration life) {
        return ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(life)
                .build()
                .toString();
    }

    private static Flash only(Map<String, Object> attributes) {
        if (attributes.size() == 1 && attributes.get(ATTRIBUTE) instanceof Flash flash) {
            return flash;
        }
        throw new IllegalArgumentException(
                "a redirect carries one Flash as '" + ATTRIBUTE + "' and nothing else, not " + attributes.keySet());
    }
}
