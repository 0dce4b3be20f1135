package org.xuanpai.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A month that is reported. January is not reported alone: the first report of a year is 1–2月 and carries February's
 * date, so a year has eleven periods (domain-rules §7).
 *
 * @param month the reported month, February to December
 */
public record Period(YearMonth month) implements Comparable<Period> {

    /** Reports asked for in a full year. */
    public static final int PER_YEAR = 11;

    /** The years that can be meant; others are slips of the pen. */
    public static final int FIRST_YEAR = 2000;

    public static final int LAST_YEAR = 2100;

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    public Period {
        if (month.getMonthValue() == 1) {
            throw new IllegalArgumentException("January is reported together with February");
        }
        if (!isYear(month.getYear())) {
            throw new IllegalArgumentException("year out of range: " + month);
        }
    }

    public static Period of(int year, int month) {
        return new Period(YearMonth.of(year, month));
    }

    /** The period that a day falls into; a day of January falls into 1–2月. */
    public static Period containing(LocalDate day) {
        return day.getMonthValue() == 1 ? of(day.getYear(), 2) : of(day.getYear(), day.getMonthValue());
    }

    /** Whether the year can be meant. */
    public static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** Reads {@code 2026-10}; empty for anything else, January included. */
    public static Optional<Period> parse(String text) {
        try {
            return Optional.of(new Period(YearMonth.parse(text)));
        } catch (DateTimeException | IllegalArgumentException noPeriod) {
            return Optional.empty();
        }
    }

    /** The latest period that is over on a day. */
    public static Period latestOver(LocalDate today) {
        return containing(today.withDayOfMonth(1)).previous();
    }

    public int year() {
        return month.getYear();
    }

    public int monthValue() {
        return month.getMonthValue();
    }

    /** Whether this is the first report of the year, covering January and February. */
    public boolean coversJanuary() {
        return monthValue() == 2;
    }

    /** The first day covered: 1 January for 1–2月. */
    public LocalDate firstDay() {
        return coversJanuary() ? LocalDate.of(year(), 1, 1) : month.atDay(1);
    }

    /** The day that stands for the period in the database, the first of the reported month. */
    public LocalDate key() {
        return month.atDay(1);
    }

    public LocalDate lastDay() {
        return month.atEndOfMonth();
    }

    /** How many days are covered: 59 or 60 for 1–2月. */
    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(firstDay(), lastDay()) + 1);
    }

    public Period previous() {
        return coversJanuary() ? of(year() - 1, 12) : new Period(month.minusMonths(1));
    }

    public Period next() {
        return monthValue() == 12 ? of(year() + 1, 2) : new Period(month.plusMonths(1));
    }

    public Period sameLastYear() {
        return of(year() - 1, monthValue());
    }

    /** Share of the year that has passed, in percent with one decimal: month ÷ 12. */
    public BigDecimal pace() {
        return BigDecimal.valueOf(monthValue())
                .multiply(BigDecimal.valueOf(100))
                .divide(MONTHS, 1, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Period other) {
        return month.compareTo(other.month);
    }

    /** {@code 2026-10}; {@code 2026-01–02} for the first report of a year. */
    public String text() {
        return coversJanuary() ? year() + "-01\u201302" : toString();
    }

    /** {@code 2026-10}, as in URLs. */
    @Override
    public String toString() {
        return month.toString();
    }
}
