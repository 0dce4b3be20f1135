package org.xuanpai.platform.web.error;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Catches what the filters themselves throw, such as a parameter that cannot be decoded or a session store that is away, and
 * writes the error page without them: the container's own way to {@code /error} would run into the same filters again.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class LastResortFilter extends OncePerRequestFilter {

    private final ErrorPage page;
    private final ViewResolver views;
    private final LocaleResolver language;

    LastResortFilter(ErrorPage page, ViewResolver viewResolver, LocaleResolver language) {
        this.page = page;
        this.views = viewResolver;
        this.language = language;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException thrown) {
            if (response.isCommitted() || isGone(thrown)) {
                throw thrown;
            }
            write(request, response, thrown);
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Exception thrown)
            throws ServletException, IOException {
        Locale locale = language.resolveLocale(request);
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, language);
        LocaleContextHolder.setLocale(locale);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        response.resetBuffer();
        try {
            Failure failure = Failure.of(thrown);
            ModelAndView shown = page.show(request, failure, thrown, locale);
            response.setStatus(failure.status().value());
            String name = String.valueOf(shown.getViewName());
            View view = views.resolveViewName(name, locale);
            if (view == null) {
                throw new IllegalStateException(name);
            }
            view.render(shown.getModel(), request, response);
        } catch (ServletException | IOException | RuntimeException again) {
            throw again;
        } catch (Exception again) {
            throw new ServletException(again);
        } finally {
            RequestContextHolder.resetRequestAttributes();
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private static boolean isGone(Exception thrown) {
        return thrown instanceof IOException && !(thrown.getCause() instanceof RuntimeException);
    }
}
