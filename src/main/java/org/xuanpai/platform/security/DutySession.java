package org.xuanpai.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.xuanpai.platform.ActingAuthentication;
import org.xuanpai.platform.ActingDuty;
import org.xuanpai.platform.CurrentUsers;
import org.xuanpai.shared.CurrentUser;

/**
 * Keeps the account's id and the acting duty's id in the session, nothing else, and looks both up again at every request:
 * whoever lost a right has lost it at the next click.
 */
final class DutySession implements SecurityContextRepository {

    /** Spring Session indexes this attribute, so all sessions of an account can be found and ended. */
    static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    /** However busy, a session ends after half a day (controls B3). */
    private static final Duration LONGEST = Duration.ofHours(12);

    private final CurrentUsers users;

    DutySession(CurrentUsers users) {
        this.users = users;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(() -> load(request));
    }

    @Override
    @SuppressWarnings("removal") // the interface still asks for it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof CurrentUser user) {
            HttpSession session = request.getSession();
            session.setAttribute(ACCOUNT, user.accountId().toString());
            keep(session, user);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) != null;
    }

    private SecurityContext load(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        UUID account = session == null ? null : id(session.getAttribute(ACCOUNT));
        if (session == null || account == null) {
            return SecurityContextHolder.createEmptyContext();
        }
        Optional<CurrentUsers.Acting> acting = isYoung(session)
                ? users.find(account, id(session.getAttribute(ActingDuty.SESSION_ATTRIBUTE)))
                : Optional.empty();
        if (acting.isEmpty()) {
            // too old, disabled or without any duty: nothing is left to go on with
            session.invalidate();
            return SecurityContextHolder.createEmptyContext();
        }
        keep(session, acting.get().user());
        return new SecurityContextImpl(ActingAuthentication.of(acting.get()));
    }

    /** Both times are Spring Session's own; the later one is that of this request. */
    private static boolean isYoung(HttpSession session) {
        return session.getLastAccessedTime() - session.getCreationTime() < LONGEST.toMillis();
    }

    private static void keep(HttpSession session, CurrentUser user) {
        if (user.dutyId() != null) {
            ActingDuty.keep(session, user.dutyId(), user.role());
        }
    }

    private static @Nullable UUID id(@Nullable Object attribute) {
        return attribute instanceof String text ? UUID.fromString(text) : null;
    }

    /** Asks at most once per request, and only if somebody wants to know. */
    private static final class Deferred implements DeferredSecurityContext {

        private final Supplier<SecurityContext> loader;
        private @Nullable SecurityContext loaded;

        Deferred(Supplier<SecurityContext> loader) {
            this.loader = loader;
        }

        @Override
        public SecurityContext get() {
            SecurityContext context = loaded;
            if (context == null) {
                context = loader.get();
                loaded = context;
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
