package org.xuanpai.progress.service;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.industry.Indicators;
import org.xuanpai.industry.TargetView;
import org.xuanpai.progress.FieldShare;
import org.xuanpai.progress.MaySubmitReports;
import org.xuanpai.progress.ReportField;
import org.xuanpai.progress.ReportIncomplete;
import org.xuanpai.progress.TextField;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.progress.entity.SubmittedCopy;
import org.xuanpai.progress.repository.SubmittedCopyRepository;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/** Handing a month in: saves what was typed, checks that nothing is missing, freezes a numbered copy. */
@Service
@Transactional
public class ReportSubmissionService {

    private final OpenReports reports;
    private final SubmittedCopyRepository copies;
    private final SubmitTokens tokens;
    private final Indicators indicators;
    private final KnownFigures known;
    private final ReportChecks checks;
    private final AuditTrail trail;
    private final Clock clock;

    ReportSubmissionService(
            OpenReports reports,
            SubmittedCopyRepository copies,
            SubmitTokens tokens,
            Indicators indicators,
            KnownFigures known,
            ReportChecks checks,
            AuditTrail trail,
            Clock clock) {
        this.reports = reports;
        this.copies = copies;
        this.tokens = tokens;
        this.indicators = indicators;
        this.known = known;
        this.checks = checks;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Submits the month.
     *
     * @param token made with the page; sending the same page again has no second effect
     * @param seenVersion version of the report on the page
     * @throws ReportIncomplete with every missing part and everything the checks found
     * @throws org.xuanpai.progress.TokenUsedOtherwise when the token came with other content before
     * @throws org.xuanpai.shared.StaleVersion when somebody else changed the report meanwhile
     * @throws org.xuanpai.progress.MonthNotDue when the month is not due from this township
     * @throws org.xuanpai.progress.StepNotPossible when the report is with the county or approved
     */
    @MaySubmitReports
    public void submit(
            CurrentUser user, UUID township, Period period, long seenVersion, UUID token, ReportContent content) {
        if (!tokens.isFirst(user, token, township + " " + period + " " + content.canonical())) {
            return;
        }
        OpenReports.Opened opened = reports.open(user, township, period, seenVersion);
        reports.write(user, opened, content);
        MonthlyReport report = opened.report();
        FiguresOfMonth figures = figures(user, opened);
        SubmissionCheck check = checks.working(user.scope(), opened.township(), report, figures);
        mustBeComplete(report, check);

        Instant now = clock.instant();
        report.submit(user, now);
        reports.store(report);
        FieldShare share = figures.share(report.draft().shareOfTexts());
        copies.save(new SubmittedCopy(
                report, figures.frozen(report), share, check.findings().reasons(), user, now));
        trail.record(
                TrailEvent.of("report.submitted", opened.label(), report.id()).with("copy", report.submissions()));
    }

    /** Required are the indicators a township types that have a yearly target, and the two secretaries' own parts (clauses C3, C5). */
    private static void mustBeComplete(MonthlyReport report, SubmissionCheck check) {
        List<String> missing = new ArrayList<>(check.missing());
        if (!report.draft().isOwnPartSettled()) {
            missing.add(ReportField.OWN_PART);
        }
        if (report.draft().text(TextField.PARTY_PART).isBlank()) {
            missing.add(ReportField.PARTY_PART);
        }
        if (!missing.isEmpty() || !check.findings().open().isEmpty()) {
            throw new ReportIncomplete(missing, check.findings());
        }
    }

    private FiguresOfMonth figures(CurrentUser user, OpenReports.Opened opened) {
        MonthlyReport report = opened.report();
        Period period = report.period();
        Map<String, TargetView> targets = indicators.targets(user.scope(), report.townshipId(), period.year());
        FigureTable table = new FigureTable(
                period,
                known.of(user.scope(), report.townshipId(), period),
                targets,
                report.draft().figures());
        return new FiguresOfMonth(indicators.askedIn(report.countyId(), period), targets.keySet(), table::line);
    }
}
