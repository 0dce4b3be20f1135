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
import org.xuanpai.progress.ReportIncomplete;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.progress.entity.SubmittedCopy;
import org.xuanpai.progress.entity.SubmittedFigure;
import org.xuanpai.progress.repository.SubmittedCopyRepository;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/** Handing a month in: saves what was typed, checks that nothing is missing, freezes a numbered copy; later months follow. */
@Service
@Transactional
public class ReportSubmissionService {

    private final OpenReports reports;
    private final SubmittedCopyRepository copies;
    private final SubmitTokens tokens;
    private final Indicators indicators;
    private final KnownFigures known;
    private final StoredReports stored;
    private final FollowingFigures following;
    private final MonthsInTurn months;
    private final ReportChecks checks;
    private final AuditTrail trail;
    private final Clock clock;

    ReportSubmissionService(
            OpenReports reports,
            SubmittedCopyRepository copies,
            SubmitTokens tokens,
            Indicators indicators,
            KnownFigures known,
            StoredReports stored,
            FollowingFigures following,
            MonthsInTurn months,
            ReportChecks checks,
            AuditTrail trail,
            Clock clock) {
        this.reports = reports;
        this.copies = copies;
        this.tokens = tokens;
        this.indicators = indicators;
        this.known = known;
        this.stored = stored;
        this.following = following;
        this.months = months;
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
        months.of(township);
        if (!tokens.isFirst(user, token, township + " " + period + " " + content.canonical())) {
            return;
        }
        OpenReports.Opened opened = reports.open(user, township, period, seenVersion);
        reports.write(user, opened, content);
        MonthlyReport report = opened.report();
        FiguresOfMonth figures = figures(user, opened);
        SubmissionCheck check = checks.working(user.scope(), opened.township(), report, figures);
        mustBeComplete(check);

        Instant now = clock.instant();
        Map<String, SubmittedFigure> before = stored.frozen(report.id(), report.submissions());
        report.submit(user, now);
        reports.store(report);
        FieldShare share = figures.share(report.draft().shareOfTexts());
        Map<String, SubmittedFigure> frozen = figures.frozen(report);
        SubmittedCopy copy = copies.saveAndFlush(
                new SubmittedCopy(report, frozen, share, check.findings().reasons(), user, now));
        int followed = following.follow(user.scope(), FollowingFigures.Cause.of(report, copy), before, frozen, now);
        TrailEvent event =
                TrailEvent.of("report.submitted", opened.label(), report.id()).with("copy", report.submissions());
        trail.record(followed == 0 ? event : event.with("following", followed));
    }

    private static void mustBeComplete(SubmissionCheck check) {
        List<String> missing = new ArrayList<>(check.missing());
        missing.addAll(check.parts());
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
