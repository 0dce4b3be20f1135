package org.xuanpai.platform.web.error;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.xuanpai.platform.web.Frame;

/** The page for a failure: what happened, what to do, a reference number for whoever helps. No class, no SQL, no stack. */
@Component
class ErrorPage {

    static final String VIEW = "error/page";

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

    private static final Set<HttpStatus> WRITTEN = Set.of(
            HttpStatus.BAD_REQUEST,
            HttpStatus.FORBIDDEN,
            HttpStatus.NOT_FOUND,
            HttpStatus.METHOD_NOT_ALLOWED,
            HttpStatus.CONFLICT,
            HttpStatus.CONTENT_TOO_LARGE,
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            HttpStatus.UNPROCESSABLE_CONTENT,
            HttpStatus.TOO_MANY_REQUESTS,
            HttpStatus.INTERNAL_SERVER_ERROR,
            HttpStatus.SERVICE_UNAVAILABLE);

    private final Frame frame;
    private final MessageSource messages;

    ErrorPage(Frame frame, MessageSource messages) {
        this.frame = frame;
        this.messages = messages;
    }

    ModelAndView show(HttpServletRequest request, Failure failure, @Nullable Throwable thrown, Locale locale) {
        String reference = RequestIdFilter.idOf(request);
        log(failure, thrown, reference);
        HttpStatus texts = texts(failure.status());
        ModelAndView page = new ModelAndView(VIEW, failure.status());
        page.addAllObjects(frame.attributes(request, null));
        page.addAllObjects(Map.of(
                "code",
                failure.status().value(),
                "reference",
                reference,
                "titleKey",
                "error.page." + texts.value() + ".title",
                "text",
                text(failure, texts, locale)));
        if (thrown != null && ExpiredForm.is(thrown, request)) {
            page.setViewName(ExpiredForm.VIEW);
            page.addObject("expired", ExpiredForm.of(request));
        }
        return page;
    }

    private String text(Failure failure, HttpStatus texts, Locale locale) {
        String key = failure.key() == null ? "error.page." + texts.value() + ".text" : failure.key();
        return messages.getMessage(key, failure.arguments().toArray(), locale);
    }

    private static HttpStatus texts(HttpStatus status) {
        if (WRITTEN.contains(status)) {
            return status;
        }
        return status.is4xxClientError() ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private static void log(Failure failure, @Nullable Throwable thrown, String reference) {
        if (thrown == null) {
            return;
        }
        if (failure.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
            LOG.error("request {} failed", reference, thrown);
        } else if (failure.status() == HttpStatus.SERVICE_UNAVAILABLE || isOurs(thrown)) {
            LOG.warn("request {}: {}", reference, failure.status(), thrown);
        } else {
            LOG.debug("request {}: {}", reference, failure.status(), thrown);
        }
    }

    // a constraint or a type of the database answered: an earlier check is missing
    private static boolean isOurs(Throwable thrown) {
        return thrown instanceof org.springframework.dao.DataAccessException;
    }
}
