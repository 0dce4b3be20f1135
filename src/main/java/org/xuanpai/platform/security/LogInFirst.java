package org.xuanpai.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Sends whoever is not signed in to the log-in page, which says so when a session has ended meanwhile. */
final class LogInFirst extends LoginUrlAuthenticationEntryPoint {

    LogInFirst(String loginPage) {
        super(loginPage);
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        boolean ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        return ended ? getLoginFormUrl() + "?expired" : getLoginFormUrl();
    }
}
