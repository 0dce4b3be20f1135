package org.xuanpai.platform.security;

import java.lang.reflect.Method;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.xuanpai.shared.Requires;

/** Puts {@link PermissionCheck} around every method whose annotation names a permission, outside its transaction. */
@Configuration(proxyBeanMethods = false)
class PermissionConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor permissionAdvisor(ApplicationEventPublisher events) {
        DefaultPointcutAdvisor advisor =
                new DefaultPointcutAdvisor(new NamesAPermission(), new PermissionCheck(events));
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return advisor;
    }

    private static final class NamesAPermission extends StaticMethodMatcherPointcut {

        @Override
        public boolean matches(Method method, Class<?> targetClass) {
            // a controller's handler is asked earlier, before its form is read
            return !AnnotatedElementUtils.hasAnnotation(targetClass, Controller.class)
                    && (AnnotatedElementUtils.hasMetaAnnotationTypes(method, Requires.class)
                            || AnnotatedElementUtils.findMergedAnnotation(method, Requires.class) != null);
        }
    }
}
