package org.xuanpai.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.xuanpai.platform.LogIns;
import org.xuanpai.platform.SignInFailed;
import org.xuanpai.platform.SignedIn;
import org.xuanpai.platform.SignedOut;
import org.xuanpai.shared.CurrentUser;

/** What follows a log-in or log-out: an event for the trail, and the page that was asked for. Nothing is left in the session. */
final class SignInHandlers {

    private static final int LONGEST_USERNAME = 64;

    private final AskedPage asked;
    private final LogIns logIns;
    private final ApplicationEventPublisher events;

    SignInHandlers(AskedPage asked, LogIns logIns, ApplicationEventPublisher events) {
        this.asked = asked;
        this.logIns = logIns;
        this.events = events;
    }

    AuthenticationSuccessHandler success() {
        return (request, response, authentication) -> {
            String page = asked.path(request, response);
            boolean kept = logIns.whilePasswordStands(authentication, () -> {
                if (authentication.getPrincipal() instanceof CurrentUser user) {
                    events.publishEvent(new SignedIn(user));
                }
                redirect(response, page);
            });
            if (!kept) {
                request.getSession().invalidate();
                failure()
                        .onAuthenticationFailure(
                                request, response, new BadCredentialsException("password replaced meanwhile"));
            }
        };
    }

    /** An answer is complete with it, and Spring Session writes the session before the answer goes out. */
    private static void redirect(HttpServletResponse response, String page) {
        try {
            response.sendRedirect(page);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    AuthenticationFailureHandler failure() {
        return (request, response, failure) -> {
            events.publishEvent(new SignInFailed(username(request), String.valueOf(failure.getMessage())));
            String page = failure instanceof AuthenticationServiceException ? "/login?busy" : "/login?error";
            response.sendRedirect(request.getContextPath() + page);
        };
    }

    LogoutHandler leaving() {
        return (request, response, authentication) -> {
            if (authentication != null && authentication.getPrincipal() instanceof CurrentUser user) {
                events.publishEvent(new SignedOut(user));
            }
        };
    }

    private static String username(HttpServletRequest request) {
        String typed = String.valueOf(request.getParameter("username"));
        return typed.length() <= LONGEST_USERNAME ? typed : typed.substring(0, LONGEST_USERNAME);
    }
}
