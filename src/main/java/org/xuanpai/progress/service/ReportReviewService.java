package org.xuanpai.progress.service;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.division.Divisions;
import org.xuanpai.progress.CopyOutdated;
import org.xuanpai.progress.MayReviewReports;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.progress.entity.ReportReview;
import org.xuanpai.progress.entity.SubmittedCopy;
import org.xuanpai.progress.repository.MonthlyReportRepository;
import org.xuanpai.progress.repository.ReportReviewRepository;
import org.xuanpai.progress.repository.SubmittedCopyRepository;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;

/** The county's answer to a submitted month. Whoever submitted it cannot give it. */
@Service
@Transactional
public class ReportReviewService {

    private final MonthlyReportRepository reports;
    private final SubmittedCopyRepository copies;
    private final ReportReviewRepository reviews;
    private final Divisions divisions;
    private final AuditTrail trail;
    private final Clock clock;

    ReportReviewService(
            MonthlyReportRepository reports,
            SubmittedCopyRepository copies,
            ReportReviewRepository reviews,
            Divisions divisions,
            AuditTrail trail,
            Clock clock) {
        this.reports = reports;
        this.copies = copies;
        this.reviews = reviews;
        this.divisions = divisions;
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
     * @throws org.xuanpai.progress.ReasonMissing without a reason
     * @throws org.xuanpai.progress.OwnReportReviewed when the reviewer submitted it
     */
    @MayReviewReports
    public void sendBack(
            CurrentUser user, UUID township, Period period, int copyNumber, String reason, Map<String, String> notes) {
        Submitted submitted = submitted(user, township, period, copyNumber);
        Instant now = clock.instant();
        reviews.save(ReportReview.returned(submitted.report(), submitted.copy(), reason, notes, user, now));
        submitted.report().sendBack(user, now);
        record("report.returned", submitted, township, period, notes.size());
    }

    /**
     * Accepts the month.
     *
     * @param copyNumber the copy on the reviewer's page
     * @throws CopyOutdated when that copy is not the one to judge any more
     * @throws org.xuanpai.progress.OwnReportReviewed when the reviewer submitted it
     */
    @MayReviewReports
    public void approve(CurrentUser user, UUID township, Period period, int copyNumber) {
        Submitted submitted = submitted(user, township, period, copyNumber);
        Instant now = clock.instant();
        reviews.save(ReportReview.approved(submitted.report(), submitted.copy(), "", user, now));
        submitted.report().approve(user, now);
        record("report.approved", submitted, township, period, 0);
    }

    private Submitted submitted(CurrentUser user, UUID township, Period period, int copyNumber) {
        MonthlyReport report = reports.findForChange(
                        user.scope(), township, period.month().atDay(1))
                .orElseThrow(NotFound::new);
        if (report.submissions() != copyNumber) {
            throw new CopyOutdated();
        }
        SubmittedCopy copy = copies.find(user.scope(), report.id(), copyNumber).orElseThrow(CopyOutdated::new);
        return new Submitted(report, copy);
    }

    private void record(String action, Submitted submitted, UUID township, Period period, int marks) {
        String name = divisions.names(java.util.Set.of(township)).getOrDefault(township, "");
        trail.record(
                TrailEvent.of(action, name + " " + period, submitted.report().id())
                        .with("copy", submitted.copy().number())
                        .with("marks", marks));
    }

    private record Submitted(MonthlyReport report, SubmittedCopy copy) {}
}
