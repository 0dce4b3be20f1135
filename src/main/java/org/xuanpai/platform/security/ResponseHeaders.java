package org.xuanpai.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The headers that every answer carries, set before anything else runs: pages, files, redirects and whatever is refused long
 * before the security chain writes headers of its own (controls D3, H4). A handler that knows better, such as that of static
 * files, sets {@code Cache-Control} anew.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ResponseHeaders extends OncePerRequestFilter {

    /** No inline script or style anywhere, nothing from other hosts. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'; object-src 'none'";

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            HttpHeaders.CACHE_CONTROL,
            "no-store");

    /** A year; only an answer over TLS may say so. */
    private static final String STRICT_TRANSPORT = "max-age=31536000; includeSubDomains";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        write(response::setHeader, request.isSecure());
        chain.doFilter(request, response);
    }

    static void write(BiConsumer<String, String> header, boolean secure) {
        ALWAYS.forEach(header);
        if (secure) {
            header.accept("Strict-Transport-Security", STRICT_TRANSPORT);
        }
    }
}
