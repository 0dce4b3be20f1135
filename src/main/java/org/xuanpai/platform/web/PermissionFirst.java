package org.xuanpai.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.xuanpai.platform.Refused;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Requires;

/**
 * Asks for the permission before a form is read. A handler that takes a form carries the annotation of the service method it
 * calls, which asks again; without this, whoever has no permission would learn from a wrong form what is wrong with it, and the
 * trail would not learn of the try. A handler with several serves whoever has one of them.
 */
class PermissionFirst implements HandlerInterceptor {

    private final ApplicationEventPublisher events;

    PermissionFirst(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Set<Requires> asked = AnnotatedElementUtils.findAllMergedAnnotations(method.getMethod(), Requires.class);
            Optional<CurrentUser> user = ScopeContext.current();
            boolean may = asked.isEmpty()
                    || user.filter(acting -> asked.stream().anyMatch(one -> acting.may(one.value())))
                            .isPresent();
            if (!may) {
                String act = method.getBeanType().getSimpleName() + "."
                        + method.getMethod().getName();
                user.ifPresent(refused -> events.publishEvent(new Refused(refused, act, "error.forbidden", "", false)));
                throw new AccessDeniedException("no permission for " + act);
            }
        }
        return true;
    }
}
