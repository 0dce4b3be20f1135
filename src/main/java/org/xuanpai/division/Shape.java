package org.xuanpai.division;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which shape the land of a past month is drawn. */
public enum Shape {
    /** The units there were then. */
    THEN,
    /** The units there are today: what was merged since is summed into its successor. */
    TODAY;

    /** The shape an address asks for; anything else is the past as it was. */
    public static Shape of(@Nullable String asked) {
        return "today".equals(asked) ? TODAY : THEN;
    }

    /** The word in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
