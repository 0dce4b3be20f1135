package org.xuanpai.progress.service;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.progress.MayConfirmOwnPart;
import org.xuanpai.progress.MayEnterReports;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/** Working on a month before it is handed in: the draft lives on the server. */
@Service
@Transactional
public class ReportDraftService {

    private final OpenReports reports;
    private final FieldEdits edits;
    private final AuditTrail trail;
    private final Clock clock;

    ReportDraftService(OpenReports reports, FieldEdits edits, AuditTrail trail, Clock clock) {
        this.reports = reports;
        this.edits = edits;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Saves what the township typed; creates the report when it is the first time.
     *
     * @param seenVersion version of the report on the page; {@link ReportPage#NOT_BEGUN} when there was none
     * @throws org.xuanpai.shared.StaleVersion when somebody else changed it meanwhile
     * @throws org.xuanpai.progress.MonthNotDue when the month is not due from this township
     * @throws org.xuanpai.progress.FieldNotOpen when a field changed that the return did not open
     * @throws org.xuanpai.progress.StepNotPossible when the report is with the county or approved
     */
    @MayEnterReports
    public void save(CurrentUser user, UUID township, Period period, long seenVersion, ReportContent content) {
        OpenReports.Opened opened = reports.open(user, township, period, seenVersion);
        reports.write(user, opened, content);
        trail.record(event("report.saved", opened));
    }

    /**
     * The First Secretary writes and confirms the own part.
     *
     * @throws org.xuanpai.shared.StaleVersion as with {@link #save}
     */
    @MayConfirmOwnPart
    public void confirmOwnPart(
            CurrentUser user,
            UUID township,
            Period period,
            long seenVersion,
            @Nullable Integer daysOnSite,
            String achievements) {
        OpenReports.Opened opened = reports.open(user, township, period, seenVersion);
        Instant now = clock.instant();
        MonthlyReport report = opened.report();
        DraftFields before = DraftFields.of(report.draft());
        report.confirmOwnPart(daysOnSite, achievements, opened.fields(), user, now);
        report.saved(user, now);
        reports.store(report);
        edits.record(user, report, DraftFields.of(report.draft()).differences(before), null, now);
        trail.record(event("report.ownPartConfirmed", opened));
    }

    private static TrailEvent event(String action, OpenReports.Opened opened) {
        return TrailEvent.of(action, opened.label(), opened.report().id());
    }
}
