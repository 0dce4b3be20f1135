package org.xuanpai.platform.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form's field as the page shows it.
 *
 * @param name name of the parameter
 * @param id id of the element, also the target of the error summary's link
 * @param value what was typed, or what the form holds
 * @param errors what is wrong with it, in the user's language
 * @param longest the most characters it takes; {@code null} when nothing says so
 */
public record FieldView(
        String name,
        String id,
        String value,
        List<String> errors,
        @Nullable Integer longest) {

    public boolean invalid() {
        return !errors.isEmpty();
    }

    /** Ids of the texts that explain the field, for {@code aria-describedby}; {@code null} when there is none. */
    public @Nullable String describedBy(boolean hint) {
        if (invalid()) {
            return hint ? id + "-error " + id + "-hint" : id + "-error";
        }
        return hint ? id + "-hint" : null;
    }
}
