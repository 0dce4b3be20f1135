package org.xuanpai.progress.service;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.division.TownshipView;
import org.xuanpai.progress.ClosingReasonMissing;
import org.xuanpai.progress.MayCloseMonths;
import org.xuanpai.progress.StepNotPossible;
import org.xuanpai.progress.TownshipReportsItself;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.progress.repository.MonthlyReportRepository;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/** Gives up waiting for a month of a township that ended without a successor (decision 26). */
@Service
@Transactional
public class ReportClosingService {

    private final MonthlyReportRepository reports;
    private final ReportClosings closings;
    private final DueMonths due;
    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    ReportClosingService(
            MonthlyReportRepository reports,
            ReportClosings closings,
            DueMonths due,
            JdbcClient jdbc,
            AuditTrail trail,
            Clock clock) {
        this.reports = reports;
        this.closings = closings;
        this.due = due;
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Says of a month why it is not waited for any more. It stays missing; what was typed or returned stays where it is. Saying it
     * again changes nothing.
     *
     * @throws ClosingReasonMissing without a reason
     * @throws org.xuanpai.progress.MonthNotDue when the month was not due from the township
     * @throws TownshipReportsItself when the township has not ended, or its successor finishes the month
     * @throws StepNotPossible when the report is with the county or approved
     */
    @MayCloseMonths
    public void close(CurrentUser user, UUID township, Period period, String reason) {
        if (reason.isBlank()) {
            throw new ClosingReasonMissing();
        }
        TownshipView unit = due.mustBeDue(user.scope(), township, period);
        if (closings.abandoned(user.scope(), List.of(township)).isEmpty()) {
            throw new TownshipReportsItself(unit.name());
        }
        reports.findForChange(user.scope(), township, period.key())
                .map(MonthlyReport::status)
                .filter(status -> !status.isWithTownship())
                .ifPresent(status -> {
                    throw new StepNotPossible(status);
                });
        if (store(user, unit, period, reason.strip()) > 0) {
            trail.record(TrailEvent.of("report.closed", unit.name() + " " + period, township)
                    .with("reason", reason.strip()));
        }
    }

    private int store(CurrentUser user, TownshipView unit, Period period, String reason) {
        return jdbc.sql("""
                        insert into report_closing (township_id, period, county_id, reason, closed_by, closed_by_name, closed_at)
                        values (:township, :period, :county, :reason, :by, :name, :at)
                        on conflict on constraint report_closing_pk do nothing""")
                .param("township", unit.id())
                .param("period", period.key())
                .param("county", unit.countyId())
                .param("reason", reason)
                .param("by", user.accountId())
                .param("name", user.displayName())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
