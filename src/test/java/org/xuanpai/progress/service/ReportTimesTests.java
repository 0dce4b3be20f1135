package org.xuanpai.progress.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xuanpai.calendar.CalendarYears;
import org.xuanpai.calendar.ShippedCalendar;
import org.xuanpai.progress.Due;
import org.xuanpai.progress.HandlingDays;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.Period;

class ReportTimesTests {

    private static final CalendarYears CALENDAR = ShippedCalendar.load();
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 6, 1, 9, 0);

    private final ReportTimes times = new ReportTimes(
            () -> CALENDAR,
            new HandlingDays(3, 4),
            Clock.fixed(NOW.atZone(ShippedCalendar.RULE.zone()).toInstant(), ShippedCalendar.RULE.zone()));

    /** The report of May 2026 is due on Wednesday, 10 June; the county has three working days for it, the township four. */
    @ParameterizedTest
    @CsvSource({
        ", , 2026-06-10",
        "DRAFT, 2026-06-02T09:00, 2026-06-10",
        "SUBMITTED, 2026-06-02T09:00, 2026-06-05",
        "SUBMITTED, 2026-06-12T09:00, 2026-06-17",
        // returned early: the deadline is not over when the four days are
        "RETURNED, 2026-06-02T09:00, 2026-06-10",
        "RETURNED, 2026-06-04T09:00, 2026-06-10",
        // returned late: there are four days all the same
        "RETURNED, 2026-06-05T09:00, 2026-06-11",
        "RETURNED, 2026-06-12T09:00, 2026-06-18",
        "APPROVED, 2026-06-12T09:00, ",
        "LOCKED, 2026-06-12T09:00, "
    })
    void whoeverHasAReportHasItUntil(
            @Nullable ReportStatus status, @Nullable LocalDateTime since, @Nullable LocalDate day) {
        Instant at =
                since == null ? null : since.atZone(ShippedCalendar.RULE.zone()).toInstant();

        Due due = times.due(status, at, times.deadline(Period.of(2026, 5)));

        assertThat(due == null ? null : due.day()).isEqualTo(day);
    }
}
