package org.xuanpai.progress.service.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.xuanpai.calendar.CalendarYears;
import org.xuanpai.platform.DemoDiary;
import org.xuanpai.shared.Period;

/** When the steps of one report of the demo county are taken: one after another, on working days, never in the future. */
final class DemoTimetable {

    private static final int EARLIEST = 3;
    private static final int SPREAD = 3;
    private static final int AFTER_DEADLINE = 12;

    private final CalendarYears calendar;
    private final LocalDateTime present;
    private final LocalDate lastDay;
    private LocalDateTime now;

    /**
     * @param shift spreads reports over the first days of the next month
     * @param minute spreads them over the hour
     */
    DemoTimetable(CalendarYears calendar, DemoDiary diary, Period period, int shift, int minute) {
        this.calendar = calendar;
        this.present = diary.present();
        this.lastDay = period.lastDay();
        this.now = lastDay.plusDays(EARLIEST + shift % SPREAD).atTime(0, minute);
    }

    /** The working day so many days after the last step, or the next one. */
    LocalDateTime next(int daysLater, int hour) {
        return on(now.toLocalDate().plusDays(daysLater), hour);
    }

    /** A few days before the present, where that is later than the next day. */
    LocalDateTime recently(int daysAgo, int hour) {
        LocalDateTime next = next(1, hour);
        LocalDate day = present.toLocalDate().minusDays(daysAgo);
        return day.isAfter(next.toLocalDate()) ? on(day, hour) : next;
    }

    /** Two days after the latest deadline. */
    LocalDateTime late(int hour) {
        return on(lastDay.plusDays(AFTER_DEADLINE), hour);
    }

    private LocalDateTime on(LocalDate day, int hour) {
        now = calendar.onOrAfter(day).date().atTime(hour, now.getMinute());
        return now.isBefore(present) ? now : present;
    }
}
