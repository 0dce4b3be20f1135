package org.xuanpai.progress.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xuanpai.calendar.Deadline;
import org.xuanpai.calendar.WorkingDays;
import org.xuanpai.division.TownshipView;
import org.xuanpai.progress.Due;
import org.xuanpai.progress.HandlingDays;
import org.xuanpai.progress.ReportDeadlines;
import org.xuanpai.progress.ReportStanding;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.Period;

/** Deadlines of reports and whether they were kept. The calendar is read once per transaction. */
@Component
class ReportTimes implements ReportDeadlines {

    private final WorkingDays workingDays;
    private final HandlingDays handling;
    private final Clock clock;

    ReportTimes(WorkingDays workingDays, HandlingDays handling, Clock clock) {
        this.workingDays = workingDays;
        this.handling = handling;
        this.clock = clock;
    }

    @Override
    public Deadline deadline(Period period) {
        return workingDays.deadlineFor(period);
    }

    @Override
    public boolean isLate(Deadline deadline, @Nullable Instant firstSubmitted) {
        return deadline.isMissedAt(firstSubmitted == null ? clock.instant() : firstSubmitted);
    }

    @Override
    public @Nullable Due due(@Nullable ReportStatus status, @Nullable Instant since, Deadline deadline) {
        if (status == null || since == null) {
            return monthly(deadline);
        }
        return switch (status) {
            case DRAFT -> monthly(deadline);
            case SUBMITTED -> after(since, handling.review());
            case RETURNED -> later(after(since, handling.correction()), monthly(deadline));
            case APPROVED, LOCKED -> null;
        };
    }

    @Override
    public ReportStanding standing(TownshipView township, Period period, ReportStanding.@Nullable Stored stored) {
        Deadline deadline = deadline(period);
        ReportStatus status = stored == null ? null : stored.status();
        Instant since = stored == null ? null : stored.since();
        Instant first = stored == null ? null : stored.firstSubmittedAt();
        return new ReportStanding(
                township.id(),
                township.code(),
                township.name(),
                period,
                status,
                stored == null ? 0 : stored.submissions(),
                since == null ? endOf(period) : since,
                first,
                deadline,
                isLate(deadline, first),
                due(status, since, deadline),
                "",
                null);
    }

    private Instant endOf(Period period) {
        return period.lastDay().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    @Override
    public LocalDate workingDayOf(Instant instant) {
        return workingDays.nth(localDay(instant), 1).date();
    }

    LocalDate localDay(Instant instant) {
        return instant.atZone(clock.getZone()).toLocalDate();
    }

    private Due monthly(Deadline deadline) {
        return left(localDay(deadline.at()), deadline.provisional());
    }

    private Due after(Instant since, int days) {
        var day = workingDays.nth(localDay(since).plusDays(1), days);
        return left(day.date(), day.provisional());
    }

    private static Due later(Due one, Due other) {
        return one.day().isBefore(other.day()) ? other : one;
    }

    private Due left(LocalDate day, boolean provisional) {
        LocalDate today = LocalDate.now(clock);
        return day.isBefore(today)
                ? new Due(
                        day,
                        -Math.max(1, workingDays.between(day.plusDays(1), today).days()),
                        provisional)
                : new Due(day, workingDays.between(today.plusDays(1), day).days(), provisional);
    }
}
