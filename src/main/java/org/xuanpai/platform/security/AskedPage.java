package org.xuanpai.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.xuanpai.platform.Section;

/**
 * The page somebody asked for before log-in, kept in a cookie. Only pages of a section are kept, and only the path of what
 * comes back is used: a cookie written by somebody else leads to no other host.
 */
final class AskedPage {

    private static final String HOME = "/";

    private final CookieRequestCache cookie = new CookieRequestCache();

    AskedPage() {
        cookie.setRequestMatcher(sections());
        cookie.setCookieCustomizer(kept -> kept.setAttribute("SameSite", "Lax"));
    }

    RequestCache cache() {
        return cookie;
    }

    /** Where to go after log-in. */
    String path(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest asked = cookie.getRequest(request, response);
        cookie.removeRequest(request, response);
        String home = request.getContextPath() + HOME;
        return asked == null ? home : local(asked.getRedirectUrl(), home);
    }

    /** Path and query of an address, without its host; the home page for anything odd. */
    static String local(String url, String home) {
        try {
            URI address = URI.create(url);
            String path = address.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
                return home;
            }
            return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
        } catch (IllegalArgumentException malformed) {
            return home;
        }
    }

    private static RequestMatcher sections() {
        return new OrRequestMatcher(Section.paths().stream()
                .<RequestMatcher>map(
                        pattern -> PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, pattern))
                .toList());
    }
}
