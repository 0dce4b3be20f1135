package org.xuanpai.division.controller;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.Period;

/** The day an address asks the land for. */
final class LandDay {

    private static final int FIRST_YEAR = 1949;

    private LandDay() {}

    /** The day; {@code null} for none and for what is no day: a hand-written address is no error. */
    static @Nullable LocalDate of(@Nullable String asked) {
        try {
            LocalDate day = asked == null || asked.isBlank() ? null : LocalDate.parse(asked);
            return day == null || day.getYear() < FIRST_YEAR || day.getYear() > Period.LAST_YEAR ? null : day;
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
