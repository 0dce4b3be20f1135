package org.xuanpai.progress;

import java.util.Arrays;
import java.util.Optional;

/** What is written in a report beside its figures; each field is stored for itself. */
public enum TextField {
    /** The First Secretary's days in the township, a whole number. */
    DAYS_ON_SITE(ReportField.OWN_PART),
    /** What the First Secretary got done. */
    ACHIEVEMENTS(ReportField.OWN_PART),
    /** Why the First Secretary does not confirm the own part: vacancy or absence. */
    ABSENCE(ReportField.OWN_PART),
    /** The Party secretary's own part (clause C5). */
    PARTY_PART(ReportField.PARTY_PART),
    /** Why figures lag behind the year and what comes next. */
    BEHIND_NOTE(ReportField.BEHIND_NOTE);

    private final String part;

    TextField(String part) {
        this.part = part;
    }

    /** The field of that name; empty for anything else, such as an indicator's code. */
    public static Optional<TextField> named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    /** The part it belongs to, which is marked and opened as a whole: a name of {@link ReportField}. */
    public String part() {
        return part;
    }
}
