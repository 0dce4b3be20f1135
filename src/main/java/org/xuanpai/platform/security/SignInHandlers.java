package org.xuanpai.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.xuanpai.platform.SignInFailed;
import org.xuanpai.platform.SignedIn;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Role;

/** What follows a log-in: an event for the trail, and the page that was asked for. Nothing is left in the session. */
final class SignInHandlers {

    private static final int LONGEST_USERNAME = 64;
    private static final int ADMINISTRATOR_IDLE_SECONDS = 15 * 60;

    private final ApplicationEventPublisher events;

    SignInHandlers(ApplicationEventPublisher events) {
        this.events = events;
    }

    AuthenticationSuccessHandler success() {
        SavedRequestAwareAuthenticationSuccessHandler onward = new SavedRequestAwareAuthenticationSuccessHandler();
        onward.setRequestCache(new CookieRequestCache());
        return (request, response, authentication) -> {
            if (authentication.getPrincipal() instanceof CurrentUser user) {
                if (Role.ADMINISTRATORS.contains(user.role())) {
                    request.getSession().setMaxInactiveInterval(ADMINISTRATOR_IDLE_SECONDS);
                }
                events.publishEvent(new SignedIn(user));
            }
            onward.onAuthenticationSuccess(request, response, authentication);
        };
    }

    AuthenticationFailureHandler failure() {
        return (request, response, failure) -> {
            events.publishEvent(new SignInFailed(username(request), String.valueOf(failure.getMessage())));
            String page = failure instanceof AuthenticationServiceException ? "/login?busy" : "/login?error";
            redirect(request, response, page);
        };
    }

    private static void redirect(
            HttpServletRequest request, jakarta.servlet.http.HttpServletResponse response, String page)
            throws IOException {
        response.sendRedirect(request.getContextPath() + page);
    }

    private static String username(HttpServletRequest request) {
        String typed = String.valueOf(request.getParameter("username"));
        return typed.length() <= LONGEST_USERNAME ? typed : typed.substring(0, LONGEST_USERNAME);
    }
}
