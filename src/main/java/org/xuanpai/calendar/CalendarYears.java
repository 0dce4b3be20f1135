package org.xuanpai.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.Period;

/**
 * The calendar of all loaded years in memory: read once per page, asked as often as the page likes.
 *
 * <p>A working day is a Monday to Friday that is not taken off, or a day that makes up for one. What the announcement of a later
 * year says about a day goes before what its own year says, because the days around New Year belong to both. Where a
 * year is not loaded the calendar says so and never guesses silently: results are marked provisional and name the year.
 */
public final class CalendarYears {

    /**
     * From this day on December waits for next year's announcement: New Year has been made up for as early as 29 December,
     * and the weekend before may be used as well.
     */
    static final MonthDay OPEN_FROM = MonthDay.of(12, 23);

    /** Days off that the law itself fixes in the solar calendar; they make a provisional date less wrong. */
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 2),
            MonthDay.of(10, 1),
            MonthDay.of(10, 2),
            MonthDay.of(10, 3));

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final int LONGEST_COUNT = 10_000;

    private final NavigableMap<Integer, Map<LocalDate, StatutoryDay>> years = new TreeMap<>();
    private final DeadlineRule rule;

    /**
     * A calendar.
     *
     * @param announced the named days of each loaded year
     */
    public CalendarYears(Map<Integer, ? extends Collection<StatutoryDay>> announced, DeadlineRule rule) {
        announced.forEach((year, days) -> {
            Map<LocalDate, StatutoryDay> byDate = new HashMap<>();
            days.forEach(day -> byDate.put(day.date(), day));
            years.put(year, byDate);
        });
        this.rule = rule;
    }

    public boolean isLoaded(int year) {
        return years.containsKey(year);
    }

    /** The loaded years in order. */
    public Set<Integer> loadedYears() {
        return Collections.unmodifiableSet(years.keySet());
    }

    public WorkingDay isWorkingDay(LocalDate day) {
        Optional<StatutoryDay> named = named(day);
        if (named.isPresent()) {
            return WorkingDay.of(!named.get().off());
        }
        return isLoaded(day.getYear()) ? WorkingDay.of(!isWeekend(day)) : WorkingDay.UNKNOWN;
    }

    /** What an announcement says about the day, if it names it. */
    public Optional<StatutoryDay> named(LocalDate day) {
        for (int year = day.getYear() + 1; year >= day.getYear() - 1; year--) {
            Map<LocalDate, StatutoryDay> days = years.get(year);
            if (days != null && days.containsKey(day)) {
                return Optional.of(days.get(day));
            }
        }
        return Optional.empty();
    }

    /**
     * The n-th working day from a start, which counts itself when it is one: a notice of five working days that starts on
     * 23 November 2026 ends on the 27th.
     */
    public WorkingDayResult nth(LocalDate start, int n) {
        if (n < 1 || n > LONGEST_COUNT) {
            throw new IllegalArgumentException("cannot count to working day " + n);
        }
        Count count = new Count();
        LocalDate day = start;
        count.take(day);
        while (count.worked < n) {
            day = day.plusDays(1);
            count.take(day);
        }
        return WorkingDayResult.of(day, count.missingYear());
    }

    /** The day itself when people work, otherwise the next day they do. */
    public WorkingDayResult onOrAfter(LocalDate day) {
        return nth(day, 1);
    }

    /** How many working days there are from the first to the last day, both included; none when the last comes before. */
    public WorkingDayCount between(LocalDate first, LocalDate last) {
        if (first.plusDays(LONGEST_COUNT).isBefore(last)) {
            throw new IllegalArgumentException("cannot count from " + first + " to " + last);
        }
        Count count = new Count();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            count.take(day);
        }
        return WorkingDayCount.of(count.worked, count.missingYear());
    }

    /** When the report of a period is due. */
    public Deadline deadlineFor(Period period) {
        WorkingDayResult day = onOrAfter(period.month().plusMonths(1).atDay(rule.day()));
        return new Deadline(day.date().atTime(rule.time()).atZone(rule.zone()).toInstant(), day.provisional());
    }

    private static boolean isWeekend(LocalDate day) {
        return WEEKEND.contains(day.getDayOfWeek());
    }

    /** The year whose announcement could still change what we say about the day. */
    private @Nullable Integer yearMissingFor(LocalDate day) {
        if (isWorkingDay(day) == WorkingDay.UNKNOWN) {
            return day.getYear();
        }
        boolean open = !MonthDay.from(day).isBefore(OPEN_FROM) && !isLoaded(day.getYear() + 1);
        return open ? day.getYear() + 1 : null;
    }

    private boolean probablyWorks(LocalDate day) {
        return switch (isWorkingDay(day)) {
            case YES -> true;
            case NO -> false;
            case UNKNOWN -> !isWeekend(day) && !FIXED.contains(MonthDay.from(day));
        };
    }

    /** Counts days one after another and remembers the first that is not certain. */
    private final class Count {

        private int worked;
        private @Nullable Integer missing;

        private void take(LocalDate day) {
            if (probablyWorks(day)) {
                worked++;
            }
            if (missing == null) {
                missing = yearMissingFor(day);
            }
        }

        private Optional<Integer> missingYear() {
            return Optional.ofNullable(missing);
        }
    }
}
