package org.xuanpai.calendar;

import java.time.LocalDate;

/**
 * A day the announcement of a year names.
 *
 * @param date the day
 * @param off taken off; otherwise a working day that makes up for one (调休)
 * @param name the holiday, such as 国庆节
 */
public record StatutoryDay(LocalDate date, boolean off, String name) implements Comparable<StatutoryDay> {

    @Override
    public int compareTo(StatutoryDay other) {
        return date.compareTo(other.date);
    }
}
