package org.xuanpai.posting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last day of a notice by the calendar.
 *
 * @param lastDay the day; a guess while the calendar of a year is missing
 * @param missingYear the year whose calendar is not loaded, when the day is provisional; {@code null} when it is certain
 */
public record NoticeEnd(LocalDate lastDay, @Nullable Integer missingYear) {

    public boolean isProvisional() {
        return missingYear != null;
    }
}
