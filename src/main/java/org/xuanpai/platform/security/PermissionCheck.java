package org.xuanpai.platform.security;

import java.util.Optional;
import java.util.stream.Collectors;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xuanpai.platform.Refused;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Requires;
import org.xuanpai.shared.RuleViolation;
import org.xuanpai.shared.Slip;

/**
 * Stands outside the transaction of every service method that names a permission: lets it run only for an acting duty that
 * has the permission, and reports what was refused, by permission or by rule, after the rollback.
 */
final class PermissionCheck implements MethodInterceptor {

    private final ApplicationEventPublisher events;

    PermissionCheck(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        Optional<CurrentUser> user = ScopeContext.current();
        Requires required = AnnotatedElementUtils.findMergedAnnotation(call.getMethod(), Requires.class);
        if (required == null || user.isEmpty() || !user.get().may(required.value())) {
            user.ifPresent(refused -> report(refused, call, "error.forbidden", "", false));
            throw new AccessDeniedException("no permission for " + name(call));
        }
        try {
            return call.proceed();
        } catch (RuleViolation violation) {
            String details = violation.arguments().stream().map(String::valueOf).collect(Collectors.joining(", "));
            report(user.get(), call, violation.key(), details, violation instanceof Slip);
            throw violation;
        }
    }

    /** Only the outermost service reports: inside a running transaction nothing is rolled back yet. */
    private void report(CurrentUser user, MethodInvocation call, String reason, String details, boolean slip) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            events.publishEvent(new Refused(user, name(call), reason, details, slip));
        }
    }

    private static String name(MethodInvocation call) {
        return call.getMethod().getDeclaringClass().getSimpleName() + "."
                + call.getMethod().getName();
    }
}
