package org.xuanpai.progress.service;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.division.Divisions;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.progress.CopyOutdated;
import org.xuanpai.progress.HasOpenPoint;
import org.xuanpai.progress.MayReviewReports;
import org.xuanpai.progress.NoSuchField;
import org.xuanpai.progress.ObjectionsNotSeen;
import org.xuanpai.progress.OpenObjection;
import org.xuanpai.progress.OpenPoint;
import org.xuanpai.progress.OwnReportReviewed;
import org.xuanpai.progress.ReportField;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.progress.entity.ReportReview;
import org.xuanpai.progress.entity.SubmittedCopy;
import org.xuanpai.progress.repository.MonthlyReportRepository;
import org.xuanpai.progress.repository.ReportReviewRepository;
import org.xuanpai.progress.repository.SubmittedCopyRepository;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;

/** The county's answer to a submitted month. Whoever had a part in the report cannot give it (decision 0022). */
@Service
@Transactional
public class ReportReviewService {

    private final MonthlyReportRepository reports;
    private final SubmittedCopyRepository copies;
    private final ReportReviewRepository reviews;
    private final Divisions divisions;
    private final Indicators indicators;
    private final StandIns standIns;
    private final List<OpenPoint> points;
    private final OpenObjections objections;
    private final AuditTrail trail;
    private final Clock clock;

    ReportReviewService(
            MonthlyReportRepository reports,
            SubmittedCopyRepository copies,
            ReportReviewRepository reviews,
            Divisions divisions,
            Indicators indicators,
            StandIns standIns,
            List<OpenPoint> points,
            OpenObjections objections,
            AuditTrail trail,
            Clock clock) {
        this.reports = reports;
        this.copies = copies;
        this.reviews = reviews;
        this.divisions = divisions;
        this.indicators = indicators;
        this.standIns = standIns;
        this.points = points;
        this.objections = objections;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Sends the month back.
     *
     * @param copyNumber the copy on the reviewer's page
     * @param reason what is to be done
     * @param notes marked fields with a note each; only they will be open, all of them when none is marked
     * @throws CopyOutdated when that copy is not the one to judge any more
     * @throws NoSuchField when a marked field is none of the report's
     * @throws org.xuanpai.progress.ReasonMissing without a reason
     * @throws org.xuanpai.progress.OwnReportReviewed when the reviewer had a part in the report
     */
    @MayReviewReports
    public void sendBack(
            CurrentUser user, UUID township, Period period, int copyNumber, String reason, Map<String, String> notes) {
        mustExist(notes.keySet(), period);
        Submitted submitted = submitted(user, township, period, copyNumber);
        Instant now = clock.instant();
        String away = standIns.of(user);
        reviews.save(ReportReview.returned(submitted.report(), submitted.copy(), reason, notes, user, now)
                .standingInFor(away));
        submitted.report().sendBack(user, now);
        record(event("report.returned", submitted, township, period, notes.size()), away);
    }

    /**
     * Accepts the month.
     *
     * @param copyNumber the copy on the reviewer's page
     * @param seen objections that were on it and that the reviewer has seen
     * @throws ObjectionsNotSeen when another objection to an issued figure of the month is open
     * @throws CopyOutdated when that copy is not the one to judge any more
     * @throws org.xuanpai.progress.OwnReportReviewed when the reviewer had a part in the report
     */
    @MayReviewReports
    public void approve(CurrentUser user, UUID township, Period period, int copyNumber, Set<UUID> seen) {
        Submitted submitted = submitted(user, township, period, copyNumber);
        List<UUID> open = objections.of(user.scope(), township, period).stream()
                .map(OpenObjection::id)
                .toList();
        if (!seen.containsAll(open)) {
            throw new ObjectionsNotSeen();
        }
        Instant now = clock.instant();
        String away = standIns.of(user);
        reviews.save(ReportReview.approved(submitted.report(), submitted.copy(), "", user, now)
                .standingInFor(away));
        submitted.report().approve(user, now);
        TrailEvent event = event("report.approved", submitted, township, period, 0);
        record(open.isEmpty() ? event : event.with("objectionsOpen", open.size()), away);
    }

    /**
     * Accepts a month among others, without looking at it by itself; only one without any open point.
     *
     * @throws HasOpenPoint when there is something to look at
     * @throws CopyOutdated when that copy is not the one to judge any more
     * @throws org.xuanpai.progress.OwnReportReviewed when the reviewer had a part in the report
     */
    @MayReviewReports
    public void approveAmongOthers(CurrentUser user, UUID township, Period period, int copyNumber) {
        Set<UUID> copy =
                Set.of(submitted(user, township, period, copyNumber).copy().getId());
        if (points.stream().anyMatch(point -> !point.among(user.scope(), copy).isEmpty())) {
            throw new HasOpenPoint();
        }
        approve(user, township, period, copyNumber, Set.of());
    }

    /** A mark on a field that is not there, or that the township does not type, would open nothing and leave the township without a way on. */
    private void mustExist(Set<String> fields, Period period) {
        Set<String> known = indicators.askedIn(period).stream()
                .filter(IndicatorView::isTyped)
                .map(IndicatorView::code)
                .collect(Collectors.toCollection(HashSet::new));
        known.addAll(ReportField.ALL);
        if (!known.containsAll(fields)) {
            throw new NoSuchField();
        }
    }

    private Submitted submitted(CurrentUser user, UUID township, Period period, int copyNumber) {
        MonthlyReport report =
                reports.findForChange(user.scope(), township, period.key()).orElseThrow(NotFound::new);
        if (report.submissions() != copyNumber || report.status() != ReportStatus.SUBMITTED) {
            throw new CopyOutdated();
        }
        if (reviews.tookPart(report.id())) {
            throw new OwnReportReviewed();
        }
        SubmittedCopy copy = copies.find(user.scope(), report.id(), copyNumber).orElseThrow(CopyOutdated::new);
        return new Submitted(report, copy);
    }

    private TrailEvent event(String action, Submitted submitted, UUID township, Period period, int marks) {
        String name = divisions.names(Set.of(township)).getOrDefault(township, "");
        return TrailEvent.of(action, name + " " + period, submitted.report().id())
                .with("copy", submitted.copy().number())
                .with("marks", marks);
    }

    private void record(TrailEvent event, String away) {
        trail.record(away.isEmpty() ? event : event.with("standsInFor", away));
    }

    private record Submitted(MonthlyReport report, SubmittedCopy copy) {}
}
