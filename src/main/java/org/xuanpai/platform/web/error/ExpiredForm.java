package org.xuanpai.platform.web.error;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.web.csrf.CsrfException;

/**
 * A form that came too late: its token went with the session. What was typed is kept, to be sent once more with a fresh token,
 * by the person and on purpose.
 *
 * @param action where the form goes
 * @param fields everything that was typed; empty where a secret was, which is better typed again
 */
public record ExpiredForm(String action, List<Field> fields) {

    static final String VIEW = "error/expired";

    private static final String TOKEN = "_csrf";

    /** Parts of names, and whole names; the submit token of a form of ours is no secret and goes on with what was typed. */
    private static final List<String> SECRET_PARTS = List.of("pass", "secret", "credential");

    private static final Set<String> SECRETS = Set.of("code", "otp", "pin");
    private static final String SUBMIT_TOKEN = "token";

    /** A field as it was sent. */
    public record Field(String name, String value) {}

    /**
     * Whether this failure is a form of ours that came too late. The browser itself says that the form was ours; one from
     * another site is a forgery and gets nothing to send on.
     */
    static boolean is(Throwable thrown, HttpServletRequest request) {
        return thrown instanceof CsrfException
                && request.getMethod().equals("POST")
                && "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    static ExpiredForm of(HttpServletRequest request) {
        List<Field> fields = request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().equals(TOKEN))
                .flatMap(field -> Arrays.stream(field.getValue()).map(value -> new Field(field.getKey(), value)))
                .toList();
        boolean secret = fields.stream().anyMatch(ExpiredForm::isSecret);
        // one slash only: //host would lead to another server
        String action = request.getRequestURI().replaceFirst("^/+", "/");
        return new ExpiredForm(action, secret ? List.of() : fields);
    }

    private static boolean isSecret(Field field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        return SECRETS.contains(name)
                || SECRET_PARTS.stream().anyMatch(name::contains)
                || (name.contains(SUBMIT_TOKEN) && !name.equals(SUBMIT_TOKEN));
    }
}
