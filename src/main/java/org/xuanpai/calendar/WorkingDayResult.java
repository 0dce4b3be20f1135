package org.xuanpai.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The day a count of working days ends on.
 *
 * @param date the day; where the calendar is missing, counted with weekends and the fixed days of the law only
 * @param provisional whether an announcement still to come may move it; then the page has to say so
 * @param missingYear the year whose calendar is not loaded, when provisional
 */
public record WorkingDayResult(LocalDate date, boolean provisional, Optional<Integer> missingYear) {

    static WorkingDayResult of(LocalDate date, Optional<Integer> missingYear) {
        return new WorkingDayResult(date, missingYear.isPresent(), missingYear);
    }
}
