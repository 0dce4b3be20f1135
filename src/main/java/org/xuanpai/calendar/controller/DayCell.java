package org.xuanpai.calendar.controller;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.xuanpai.calendar.CalendarYears;
import org.xuanpai.calendar.StatutoryDay;
import org.xuanpai.calendar.WorkingDay;

/**
 * A day of a month's sheet.
 *
 * @param name the holiday's name, empty on ordinary days
 */
record DayCell(LocalDate date, Kind kind, String name, boolean today) {

    /** How a day is drawn. */
    enum Kind {
        /** An ordinary working day. */
        WORK,
        /** A Saturday or Sunday. */
        WEEKEND,
        /** A statutory day off. */
        OFF,
        /** A working day that makes up for one. */
        MAKE_UP,
        /** Its year is not loaded. */
        UNKNOWN
    }

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    static DayCell of(LocalDate date, CalendarYears calendar, LocalDate today) {
        return calendar.named(date)
                .map(named -> named(named, today))
                .orElseGet(() -> new DayCell(date, ordinary(date, calendar), "", date.equals(today)));
    }

    private static DayCell named(StatutoryDay day, LocalDate today) {
        return new DayCell(
                day.date(),
                day.off() ? Kind.OFF : Kind.MAKE_UP,
                day.name(),
                day.date().equals(today));
    }

    private static Kind ordinary(LocalDate date, CalendarYears calendar) {
        if (calendar.isWorkingDay(date) == WorkingDay.UNKNOWN) {
            return Kind.UNKNOWN;
        }
        return WEEKEND.contains(date.getDayOfWeek()) ? Kind.WEEKEND : Kind.WORK;
    }

    public int number() {
        return date.getDayOfMonth();
    }

    public String cssClass() {
        String kindClass = switch (kind) {
            case WORK -> "is-work";
            case WEEKEND -> "is-weekend";
            case OFF -> "is-off";
            case MAKE_UP -> "is-make";
            case UNKNOWN -> "is-unknown";
        };
        return today ? kindClass + " is-today" : kindClass;
    }
}
