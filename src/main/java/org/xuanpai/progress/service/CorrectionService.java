package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.division.Divisions;
import org.xuanpai.platform.Constraint;
import org.xuanpai.progress.CorrectionOutdated;
import org.xuanpai.progress.CorrectionWaits;
import org.xuanpai.progress.FigureNotReported;
import org.xuanpai.progress.FigureNotTyped;
import org.xuanpai.progress.FigureRefused;
import org.xuanpai.progress.GreaterThanWhole;
import org.xuanpai.progress.MayConfirmCorrections;
import org.xuanpai.progress.MayProposeCorrections;
import org.xuanpai.progress.entity.FigureCorrection;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.progress.entity.SubmittedCopy;
import org.xuanpai.progress.repository.FigureCorrectionRepository;
import org.xuanpai.progress.repository.MonthlyReportRepository;
import org.xuanpai.progress.repository.SubmittedCopyRepository;
import org.xuanpai.progress.service.CorrectedFigures.CopyOf;
import org.xuanpai.progress.service.CorrectedFigures.Corrected;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;

/**
 * Corrects one figure of an approved report (decision 18): an organizer proposes it with a note, the township's Party secretary
 * or another organizer confirms it; then the report has one more numbered copy, and later months follow.
 */
@Service
@Transactional
public class CorrectionService {

    private final MonthlyReportRepository reports;
    private final SubmittedCopyRepository copies;
    private final FigureCorrectionRepository corrections;
    private final CorrectedFigures figures;
    private final FollowingFigures following;
    private final MonthsInTurn months;
    private final Divisions divisions;
    private final AuditTrail trail;
    private final Clock clock;

    CorrectionService(
            MonthlyReportRepository reports,
            SubmittedCopyRepository copies,
            FigureCorrectionRepository corrections,
            CorrectedFigures figures,
            FollowingFigures following,
            MonthsInTurn months,
            Divisions divisions,
            AuditTrail trail,
            Clock clock) {
        this.reports = reports;
        this.copies = copies;
        this.corrections = corrections;
        this.figures = figures;
        this.following = following;
        this.months = months;
        this.divisions = divisions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Proposes that a figure reads otherwise. Without effect until a second person confirms it.
     *
     * @param seen what the proposer has seen of the review ({@link CorrectionReview#seen})
     * @throws FigureNotReported when the report has no such figure
     * @throws FigureNotTyped when the county issues it, which corrects it by issuing it again
     * @throws FigureRefused when the value does not fit its indicator
     * @throws GreaterThanWhole when a part would be greater than its whole
     * @throws org.xuanpai.progress.NextMonthContradicts when one would be in the month after, which is reported already
     * @throws org.xuanpai.progress.CorrectionNotSeen when a rule wonders at it and the proposer has not seen that
     * @throws CorrectionWaits while another correction of the report waits
     * @throws org.xuanpai.progress.StepNotPossible when the report is not approved, or locked
     * @throws org.xuanpai.progress.NoteMissing without a note
     * @throws org.xuanpai.progress.FigureUnchanged when nothing would change
     */
    @MayProposeCorrections
    public void propose(
            CurrentUser user,
            UUID township,
            Period period,
            String indicatorCode,
            BigDecimal value,
            String note,
            String seen) {
        MonthlyReport report = report(user, township, period);
        Corrected corrected = figures.of(user.scope(), CopyOf.latest(report), indicatorCode, value);
        // whoever issues it issues it again
        corrected.mustBeTyped();
        FigureCorrection correction =
                new FigureCorrection(report, indicatorCode, corrected.before(), value, note, user, clock.instant());
        corrected.mustFit();
        corrected.mustBeSeen(seen);
        try {
            corrections.saveAndFlush(correction);
        } catch (DataIntegrityViolationException waiting) {
            throw Constraint.isBroken("figure_correction_one_proposal", waiting) ? new CorrectionWaits() : waiting;
        }
        record("report.correctionProposed", correction);
    }

    /**
     * Puts a correction into effect.
     *
     * @return the corrected month
     * @throws org.xuanpai.shared.SecondPersonNeeded for the proposer
     * @throws AlreadyConfirmed when somebody was quicker
     * @throws org.xuanpai.shared.ProposalWithdrawn when it was taken back
     * @throws CorrectionOutdated when the report has another copy by now
     * @throws org.xuanpai.progress.StepNotPossible when the month was locked meanwhile
     */
    @MayConfirmCorrections
    public ReportOf confirm(CurrentUser user, UUID correctionId) {
        FigureCorrection correction =
                corrections.findById(user.scope(), correctionId).orElseThrow(NotFound::new);
        months.of(correction.townshipId());
        MonthlyReport report = report(user, correction.townshipId(), correction.period());
        Instant now = clock.instant();
        correction.confirm(report, user, now);
        SubmittedCopy before =
                copies.find(user.scope(), report.id(), correction.seenCopy()).orElseThrow(CorrectionOutdated::new);
        Corrected corrected =
                figures.of(user.scope(), CopyOf.latest(report), correction.indicatorCode(), correction.newValue());
        report.correct();
        store(correction);
        reports.saveAndFlush(report);
        corrected.mustFit();
        copies.saveAndFlush(new SubmittedCopy(report, before, correction.id(), corrected.figures(), user, now));
        int followed = following.follow(
                user.scope(), FollowingFigures.Cause.of(correction), corrected.standing(), corrected.figures(), now);
        trail.record(event("report.corrected", correction)
                .with("proposedBy", correction.confirmation().proposedByName())
                .with("copy", report.submissions())
                .with("following", followed));
        return ReportOf.of(correction);
    }

    /**
     * Takes a proposal back. Any organizer of the county may.
     *
     * @return the month it was about
     * @throws AlreadyConfirmed when it counts already
     * @throws org.xuanpai.shared.ProposalWithdrawn when it was taken back before
     */
    @MayProposeCorrections
    public ReportOf withdraw(CurrentUser user, UUID correctionId) {
        FigureCorrection correction =
                corrections.findById(user.scope(), correctionId).orElseThrow(NotFound::new);
        correction.withdraw(clock.instant());
        store(correction);
        record("report.correctionWithdrawn", correction);
        return ReportOf.of(correction);
    }

    /** Locks the report, so that corrections of it come one after another. */
    private MonthlyReport report(CurrentUser user, UUID township, Period period) {
        return reports.findForChange(user.scope(), township, period.key()).orElseThrow(NotFound::new);
    }

    private void store(FigureCorrection correction) {
        try {
            corrections.saveAndFlush(correction);
        } catch (OptimisticLockingFailureException quicker) {
            throw corrections.overtaken(correction.id());
        }
    }

    private void record(String action, FigureCorrection correction) {
        trail.record(event(action, correction));
    }

    private TrailEvent event(String action, FigureCorrection correction) {
        UUID township = correction.townshipId();
        String name = divisions.names(List.of(township)).getOrDefault(township, "");
        return TrailEvent.of(action, name + " " + correction.period(), correction.id())
                .with("indicator", correction.indicatorCode())
                .with("reason", correction.note());
    }

    /** A township's month. */
    public record ReportOf(UUID township, Period period) {

        static ReportOf of(FigureCorrection correction) {
            return new ReportOf(correction.townshipId(), correction.period());
        }
    }
}
