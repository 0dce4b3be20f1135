package org.xuanpai.calendar.controller;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xuanpai.calendar.CalendarYears;

/**
 * A month in weeks from Monday to Sunday; cells outside the month are null.
 *
 * @param workingDays working days of the month
 */
record MonthSheet(YearMonth month, List<List<@Nullable DayCell>> weeks, int workingDays) {

    private static final int WEEK = 7;

    static MonthSheet of(YearMonth month, CalendarYears calendar, LocalDate today) {
        int before = month.atDay(1).getDayOfWeek().getValue() - 1;
        int weeks = (before + month.lengthOfMonth() + WEEK - 1) / WEEK;
        List<List<@Nullable DayCell>> rows = IntStream.range(0, weeks)
                .mapToObj(week -> week(month, week * WEEK - before, calendar, today))
                .toList();
        return new MonthSheet(
                month,
                rows,
                calendar.between(month.atDay(1), month.atEndOfMonth()).days());
    }

    private static List<@Nullable DayCell> week(YearMonth month, int start, CalendarYears calendar, LocalDate today) {
        List<@Nullable DayCell> cells = new ArrayList<>();
        for (int number = start + 1; number <= start + WEEK; number++) {
            boolean inside = number >= 1 && number <= month.lengthOfMonth();
            cells.add(inside ? DayCell.of(month.atDay(number), calendar, today) : null);
        }
        return cells;
    }
}
