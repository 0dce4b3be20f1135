package org.xuanpai.platform.web.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.xuanpai.platform.web.Addresses;

/** What no controller caught becomes an error page. Nothing was changed: the transaction ended in the service. */
@ControllerAdvice
class GlobalExceptionAdvice {

    private static final String RETRY_SECONDS = "10";

    private final ErrorPage page;
    private final Addresses addresses;

    GlobalExceptionAdvice(ErrorPage page, Addresses addresses) {
        this.page = page;
        this.addresses = addresses;
    }

    @ExceptionHandler
    @Nullable
    ModelAndView show(Exception thrown, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws Exception {
        if (thrown instanceof AsyncRequestNotUsableException) {
            // the browser has gone; there is nobody to answer
            return null;
        }
        if (response.isCommitted() || isForLogIn(thrown, request)) {
            throw thrown;
        }
        if (isFormOpened(thrown, request)) {
            return new ModelAndView("redirect:" + addresses.page(request));
        }
        Failure failure = Failure.of(thrown);
        response.resetBuffer();
        if (thrown instanceof ErrorResponse given) {
            given.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        if (failure.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return page.show(request, failure, thrown, locale);
    }

    /** Somebody signed in opened the address of a form, by the browser's history or a reload: its page is meant. */
    private boolean isFormOpened(Exception thrown, HttpServletRequest request) {
        boolean nothingToOpen = thrown instanceof HttpRequestMethodNotSupportedException
                || thrown instanceof MethodArgumentTypeMismatchException;
        return nothingToOpen
                && request.getMethod().equals("GET")
                && request.getUserPrincipal() != null
                && !(request.getContextPath() + addresses.page(request)).equals(request.getRequestURI());
    }

    /** Nobody is signed in yet: the security filter chain sends them to the log-in page. */
    private static boolean isForLogIn(Exception thrown, HttpServletRequest request) {
        return thrown instanceof AuthenticationException
                || (thrown instanceof AccessDeniedException && request.getUserPrincipal() == null);
    }
}
