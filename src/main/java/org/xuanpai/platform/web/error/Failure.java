package org.xuanpai.platform.web.error;

import java.sql.SQLException;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.xuanpai.platform.web.RepeatedParameter;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.RuleViolation;
import org.xuanpai.shared.StaleVersion;

/**
 * What went wrong, as the user is told: a status and, for a refused rule, its message. What is not known here is our own
 * fault, 500.
 *
 * @param status the answer's status
 * @param key message key of a rule; {@code null} takes the text of the status
 * @param arguments arguments of that message
 */
record Failure(HttpStatus status, @Nullable String key, List<Object> arguments) {

    static Failure of(HttpStatus status) {
        return new Failure(status, null, List.of());
    }

    /** A status without a page of its own is shown as the general one of its kind. */
    static Failure of(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        if (known == null || !known.isError()) {
            return of(status >= 400 && status < 500 ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR);
        }
        return of(known);
    }

    static Failure of(Throwable thrown) {
        if (ruleIn(thrown) instanceof RuleViolation rule) {
            return new Failure(statusOf(rule), rule.key(), rule.arguments());
        }
        for (Throwable cause = thrown; cause != null; cause = next(cause)) {
            HttpStatus status = statusOf(cause);
            if (status != null) {
                return of(status);
            }
        }
        return of(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    /** The rule that refused; what a parameter is turned into may refuse it, too. */
    private static Throwable ruleIn(Throwable thrown) {
        return thrown instanceof TypeMismatchException ? NestedExceptionUtils.getMostSpecificCause(thrown) : thrown;
    }

    private static HttpStatus statusOf(RuleViolation rule) {
        if (rule instanceof NotFound) {
            return HttpStatus.NOT_FOUND;
        }
        if (rule instanceof RepeatedParameter) {
            return HttpStatus.BAD_REQUEST;
        }
        return rule instanceof StaleVersion ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static @Nullable HttpStatus statusOf(Throwable thrown) {
        if (thrown instanceof ErrorResponse response) {
            return of(response.getStatusCode().value()).status();
        }
        if (isPathToNothing(thrown)) {
            return HttpStatus.NOT_FOUND;
        }
        if (thrown instanceof InvalidParameterException parameter) {
            return of(parameter.getErrorCode()).status();
        }
        if (thrown instanceof SQLException sql) {
            return statusOfSqlState(sql.getSQLState());
        }
        if (thrown instanceof AccessDeniedException) {
            return HttpStatus.FORBIDDEN;
        }
        if (thrown instanceof OptimisticLockingFailureException) {
            return HttpStatus.CONFLICT;
        }
        return isMalformed(thrown) ? HttpStatus.BAD_REQUEST : isPassing(thrown) ? HttpStatus.SERVICE_UNAVAILABLE : null;
    }

    /** What stands in a path names nothing there is, such as an id that is none. */
    private static boolean isPathToNothing(Throwable thrown) {
        return thrown instanceof MethodArgumentTypeMismatchException mismatch
                && mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
    }

    private static boolean isMalformed(Throwable thrown) {
        return thrown instanceof RequestRejectedException
                || thrown instanceof TypeMismatchException
                || thrown instanceof BindException
                || thrown instanceof ServletRequestBindingException
                || thrown instanceof HttpMessageConversionException
                || thrown instanceof MultipartException
                // a property path that leads nowhere, such as rows[999].x; a bean that cannot be built is our own fault
                || (thrown instanceof BeansException && !(thrown instanceof BeanCreationException));
    }

    /** It may work a moment later: the database is away, busy or gave way to another transaction. */
    private static boolean isPassing(Throwable thrown) {
        return thrown instanceof CannotCreateTransactionException
                || thrown instanceof DataAccessResourceFailureException
                || thrown instanceof PessimisticLockingFailureException
                || thrown instanceof QueryTimeoutException
                || thrown instanceof TransientDataAccessException;
    }

    /** PostgreSQL's classes of errors, by the first two characters. */
    private static @Nullable HttpStatus statusOfSqlState(@Nullable String state) {
        if (state == null || state.length() < 2) {
            return null;
        }
        if (state.equals("42501")) {
            // row-level security refused a row
            return HttpStatus.FORBIDDEN;
        }
        return switch (state.substring(0, 2)) {
            // data that no column holds: a NUL, a number too large
            case "22" -> HttpStatus.BAD_REQUEST;
            // a constraint said no where the service should have asked first
            case "23" -> HttpStatus.UNPROCESSABLE_CONTENT;
            case "08", "40", "53", "55", "57" -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> null;
        };
    }

    private static @Nullable Throwable next(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == thrown ? null : cause;
    }
}
