package org.xuanpai.calendar;

import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When monthly reports are due: a day of the next month, moved to the next working day, until a time.
 *
 * @param day day of the month, 1 to 28
 * @param time the last minute
 * @param zone where that time is told
 */
public record DeadlineRule(int day, LocalTime time, ZoneId zone) {

    public DeadlineRule {
        if (day < 1 || day > 28) {
            throw new IllegalArgumentException("a deadline's day must exist in every month: " + day);
        }
    }
}
