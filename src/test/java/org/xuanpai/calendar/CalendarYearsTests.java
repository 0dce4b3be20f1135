package org.xuanpai.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xuanpai.shared.Period;

class CalendarYearsTests {

    private final CalendarYears calendar = ShippedCalendar.load();

    /** The counts of domain-rules §3: five working days, the start included. */
    @ParameterizedTest
    @CsvSource({
        "2025-09-26, 2025-10-09",
        "2025-12-31, 2026-01-07",
        "2026-01-04, 2026-01-08",
        "2026-02-12, 2026-02-25",
        "2026-04-02, 2026-04-09",
        "2026-04-29, 2026-05-08",
        "2026-06-17, 2026-06-24",
        "2026-09-18, 2026-09-23",
        "2026-09-29, 2026-10-10",
        "2026-11-23, 2026-11-27"
    })
    void aNoticeOfFiveWorkingDaysEnds(LocalDate start, LocalDate end) {
        WorkingDayResult result = calendar.nth(start, 5);
        assertThat(result.date()).isEqualTo(end);
        assertThat(result.provisional()).isFalse();
        assertThat(result.missingYear()).isEmpty();
        assertThat(calendar.between(start, end).days()).isEqualTo(5);
    }

    @Test
    void aNoticeThatRunsIntoAYearNotLoadedSaysSo() {
        WorkingDayResult result = calendar.nth(LocalDate.of(2026, 12, 28), 5);
        assertThat(result.provisional()).isTrue();
        assertThat(result.missingYear()).contains(2027);
        assertThat(result.date()).as("1 January is off by law").isEqualTo("2027-01-04");
    }

    @ParameterizedTest
    @CsvSource({
        "2019, 31, 24, 250", "2020, 37, 30, 249", "2021, 38, 31, 250", "2022, 38, 31, 249",
        "2023, 34, 27, 249", "2024, 36, 28, 251", "2025, 33, 28, 248", "2026, 39, 33, 248"
    })
    void everyShippedYearHasItsDays(int year, int named, int off, int workingDays) {
        List<StatutoryDay> days = ShippedCalendar.days().get(year);
        assertThat(days).hasSize(named).doesNotHaveDuplicates();
        assertThat(days.stream().filter(StatutoryDay::off)).hasSize(off);
        assertThat(calendar.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                        .days())
                .isEqualTo(workingDays);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-04, YES",
        "2026-02-14, YES",
        "2026-02-28, YES",
        "2026-05-09, YES",
        "2026-09-20, YES",
        "2026-10-10, YES",
        "2026-01-03, NO",
        "2026-10-01, NO",
        "2026-11-22, NO",
        "2026-11-23, YES",
        "2026-12-31, YES",
        "2027-01-01, UNKNOWN",
        "2027-01-02, UNKNOWN",
        "2018-06-01, UNKNOWN"
    })
    void aDayIsWorkedOrNotOrUnknown(LocalDate day, WorkingDay expected) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2018-12-29, YES", "2018-12-31, NO", "2022-12-31, NO"})
    void decemberIsReadFromTheNextYearsAnnouncementToo(LocalDate day, WorkingDay expected) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(expected);
    }

    @Test
    void whatALaterAnnouncementSaysAboutDecemberGoesFirst() {
        Map<Integer, List<StatutoryDay>> years = new HashMap<>(ShippedCalendar.days());
        LocalDate newYearsEve = LocalDate.of(2026, 12, 31);
        assertThat(calendar.isWorkingDay(newYearsEve)).isEqualTo(WorkingDay.YES);
        years.put(2027, List.of(new StatutoryDay(newYearsEve, true, "元旦")));
        CalendarYears later = new CalendarYears(years, ShippedCalendar.RULE);
        assertThat(later.isWorkingDay(newYearsEve)).isEqualTo(WorkingDay.NO);
        assertThat(later.nth(LocalDate.of(2026, 12, 28), 5).provisional()).isFalse();
    }

    @Test
    void theLastDaysOfDecemberWaitForTheNextAnnouncement() {
        assertThat(calendar.nth(LocalDate.of(2026, 12, 14), 5).provisional()).isFalse();
        assertThat(calendar.nth(LocalDate.of(2026, 12, 21), 5)).satisfies(result -> {
            assertThat(result.date()).isEqualTo("2026-12-25");
            assertThat(result.missingYear()).contains(2027);
        });
        assertThat(calendar.nth(LocalDate.of(2025, 12, 21), 5).provisional()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10, 2026-11-10T17:30+08:00",
        "2026-09, 2026-10-10T17:30+08:00",
        "2026-04, 2026-05-11T17:30+08:00",
        "2026-02, 2026-03-10T17:30+08:00",
        "2025-12, 2026-01-12T17:30+08:00",
        "2026-11, 2026-12-10T17:30+08:00"
    })
    void aReportIsDueOnTheTenthOrTheNextWorkingDay(String period, OffsetDateTime due) {
        Deadline deadline = calendar.deadlineFor(Period.parse(period).orElseThrow());
        assertThat(deadline.at()).isEqualTo(due.toInstant());
        assertThat(deadline.provisional()).isFalse();
        assertThat(deadline.isMissedAt(due.toInstant())).isFalse();
        assertThat(deadline.isMissedAt(due.toInstant().plusMillis(1))).isTrue();
    }

    @Test
    void aDeadlineInAYearNotLoadedIsProvisional() {
        Deadline deadline = calendar.deadlineFor(Period.of(2026, 12));
        assertThat(deadline.provisional()).isTrue();
        assertThat(deadline.at()).isEqualTo("2027-01-11T09:30:00Z");
    }

    @Test
    void noWorkingDayLiesBetweenADayAndOneBeforeIt() {
        assertThat(calendar.between(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 23))
                        .days())
                .isZero();
        assertThat(calendar.between(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 7))
                        .days())
                .isZero();
    }

    @Test
    void countsThatNeverEndAreRefused() {
        LocalDate day = LocalDate.of(2026, 11, 23);
        assertThatThrownBy(() -> calendar.nth(day, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calendar.nth(day, 1_000_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calendar.between(day, LocalDate.MAX)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEmptyCalendarKnowsNothingAndSaysSo() {
        CalendarYears nothing = new CalendarYears(Map.of(), ShippedCalendar.RULE);
        assertThat(nothing.isWorkingDay(LocalDate.of(2026, 11, 22))).isEqualTo(WorkingDay.UNKNOWN);
        assertThat(nothing.nth(LocalDate.of(2026, 11, 23), 5).missingYear()).contains(2026);
    }
}
