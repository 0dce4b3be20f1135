package org.xuanpai.calendar;

import java.util.Optional;

/**
 * A number of working days.
 *
 * @param days how many
 * @param provisional whether an announcement still to come may change it
 * @param missingYear the year whose calendar is not loaded, when provisional
 */
public record WorkingDayCount(int days, boolean provisional, Optional<Integer> missingYear) {

    static WorkingDayCount of(int days, Optional<Integer> missingYear) {
        return new WorkingDayCount(days, missingYear.isPresent(), missingYear);
    }
}
