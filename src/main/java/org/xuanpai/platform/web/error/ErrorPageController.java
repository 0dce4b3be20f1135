package org.xuanpai.platform.web.error;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the container sends what failed outside of a controller. Asked for directly, there is nothing here. */
@Controller
class ErrorPageController implements ErrorController {

    private final ErrorPage page;

    ErrorPageController(ErrorPage page) {
        this.page = page;
    }

    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request, Locale locale) {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            return page.show(request, Failure.of(HttpStatus.NOT_FOUND), null, locale);
        }
        @Nullable Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof Throwable cause) {
            return page.show(request, Failure.of(cause), cause, locale);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer given ? given : HttpStatus.INTERNAL_SERVER_ERROR.value();
        return page.show(request, Failure.of(code), null, locale);
    }
}
