package org.xuanpai.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xuanpai.platform.web.RepeatedParameter;

/** A log-in with two user names or two passwords is none: the filter that reads them would take the first (controls D9). */
final class OneLogIn extends OncePerRequestFilter {

    private final RequestMatcher logIn;

    OneLogIn(String path) {
        this.logIn = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (logIn.matches(request)) {
            request.getParameterMap().forEach((name, values) -> {
                if (values.length > 1) {
                    throw new RepeatedParameter(name);
                }
            });
        }
        chain.doFilter(request, response);
    }
}
