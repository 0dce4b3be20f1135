package org.xuanpai.calendar;

import java.time.LocalDate;
import org.xuanpai.shared.Period;

/**
 * Working days and deadlines for other features. {@link #calendar()} costs one query for the first call of a transaction and
 * none after that, so a page may ask for any number of days.
 */
public interface WorkingDays {

    /** Every loaded year, to compute with in memory. */
    CalendarYears calendar();

    /** Whether people work on the day. */
    default WorkingDay isWorkingDay(LocalDate day) {
        return calendar().isWorkingDay(day);
    }

    /** The n-th working day from a start, which counts itself when it is one. */
    default WorkingDayResult nth(LocalDate start, int n) {
        return calendar().nth(start, n);
    }

    /** How many working days there are from the first to the last day, both included. */
    default WorkingDayCount between(LocalDate first, LocalDate last) {
        return calendar().between(first, last);
    }

    /** When the report of a period is due. */
    default Deadline deadlineFor(Period period) {
        return calendar().deadlineFor(period);
    }
}
