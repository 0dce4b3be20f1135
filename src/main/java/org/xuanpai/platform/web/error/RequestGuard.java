package org.xuanpai.platform.web.error;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xuanpai.shared.PlainText;

/**
 * Refuses a request whose address or parameter names hold what no text of ours holds: a NUL or another control character, a
 * lone surrogate, a bidirectional control, bytes that are not UTF-8 (controls D1). Values of form fields are left to the
 * form, which says at the field what is wrong. Runs inside the security filter chain's headers.
 */
@Component
@Order(RequestGuard.AFTER_SECURITY)
class RequestGuard extends OncePerRequestFilter {

    // Spring Security's chain is at -100
    static final int AFTER_SECURITY = -99;

    private static final int HEX = 16;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPlain(request.getRequestURI(), false)
                && isPlain(request.getQueryString(), true)
                && Collections.list(request.getParameterNames()).stream().allMatch(PlainText.Check::isLine)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static boolean isPlain(@Nullable String encoded, boolean query) {
        return encoded == null
                || decoded(encoded, query).filter(PlainText.Check::isLine).isPresent();
    }

    /** The text behind the percent signs; empty when it is not UTF-8. */
    static Optional<String> decoded(String encoded, boolean query) {
        byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                int high = i + 2 < raw.length ? Character.digit(raw[i + 1], HEX) : -1;
                int low = i + 2 < raw.length ? Character.digit(raw[i + 2], HEX) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.write(high * HEX + low);
                i += 2;
            } else {
                bytes.write(query && raw[i] == '+' ? ' ' : raw[i]);
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
