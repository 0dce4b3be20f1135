package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.platform.Constraint;
import org.xuanpai.progress.CorrectionOutdated;
import org.xuanpai.progress.CorrectionWaits;
import org.xuanpai.progress.DerivedFigure;
import org.xuanpai.progress.FigureNotReported;
import org.xuanpai.progress.FigureNotTyped;
import org.xuanpai.progress.FigureRefused;
import org.xuanpai.progress.GreaterThanWhole;
import org.xuanpai.progress.MayConfirmCorrections;
import org.xuanpai.progress.MayProposeCorrections;
import org.xuanpai.progress.entity.FigureCorrection;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.progress.entity.SubmittedCopy;
import org.xuanpai.progress.entity.SubmittedFigure;
import org.xuanpai.progress.repository.FigureCorrectionRepository;
import org.xuanpai.progress.repository.MonthlyReportRepository;
import org.xuanpai.progress.repository.SubmittedCopyRepository;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.LocalName;
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
    private final StoredReports stored;
    private final KnownFigures known;
    private final FollowingFigures following;
    private final MonthsInTurn months;
    private final ReportChecks checks;
    private final Indicators indicators;
    private final Divisions divisions;
    private final AuditTrail trail;
    private final Clock clock;

    CorrectionService(
            MonthlyReportRepository reports,
            SubmittedCopyRepository copies,
            FigureCorrectionRepository corrections,
            StoredReports stored,
            KnownFigures known,
            FollowingFigures following,
            MonthsInTurn months,
            ReportChecks checks,
            Indicators indicators,
            Divisions divisions,
            AuditTrail trail,
            Clock clock) {
        this.reports = reports;
        this.copies = copies;
        this.corrections = corrections;
        this.stored = stored;
        this.known = known;
        this.following = following;
        this.months = months;
        this.checks = checks;
        this.indicators = indicators;
        this.divisions = divisions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Proposes that a figure reads otherwise. Without effect until a second person confirms it.
     *
     * @throws FigureNotReported when the report has no such figure
     * @throws FigureNotTyped when the county issues it, which corrects it by issuing it again
     * @throws FigureRefused when the value does not fit its indicator
     * @throws GreaterThanWhole when a part would be greater than its whole
     * @throws CorrectionWaits while another correction of the report waits
     * @throws org.xuanpai.progress.StepNotPossible when the report is not approved, or locked
     * @throws org.xuanpai.progress.NoteMissing without a note
     * @throws org.xuanpai.progress.FigureUnchanged when nothing would change
     */
    @MayProposeCorrections
    public void propose(
            CurrentUser user, UUID township, Period period, String indicatorCode, BigDecimal value, String note) {
        MonthlyReport report = report(user, township, period);
        Map<String, SubmittedFigure> figures = stored.frozen(report.id(), report.submissions());
        SubmittedFigure before = Optional.ofNullable(figures.get(indicatorCode)).orElseThrow(FigureNotReported::new);
        Map<String, IndicatorView> asked = asked(report, period);
        IndicatorView indicator = Optional.ofNullable(asked.get(indicatorCode)).orElseThrow(FigureNotReported::new);
        if (!indicator.isTyped()) {
            // whoever issues it issues it again
            throw new FigureNotTyped(indicator);
        }
        indicator.fault(value).ifPresent(fault -> {
            throw new FigureRefused(indicator, fault);
        });
        FigureCorrection correction =
                new FigureCorrection(report, indicatorCode, before.typed(), value, note, user, clock.instant());
        figures.put(indicator.code(), corrected(user, township, period, indicator, before, value));
        mustFit(user, report, indicator, figures, asked);
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
        Map<String, SubmittedFigure> standing = stored.frozen(report.id(), correction.seenCopy());
        report.correct();
        store(correction);
        reports.saveAndFlush(report);

        Map<String, IndicatorView> asked = asked(report, correction.period());
        IndicatorView indicator = Objects.requireNonNull(asked.get(correction.indicatorCode()));
        SubmittedFigure old = Objects.requireNonNull(standing.get(indicator.code()));
        SubmittedFigure fresh =
                corrected(user, correction.townshipId(), correction.period(), indicator, old, correction.newValue());
        Map<String, SubmittedFigure> figures = figures(standing, asked, indicator, fresh);
        mustFit(user, report, indicator, figures, asked);
        copies.saveAndFlush(new SubmittedCopy(report, before, correction.id(), figures, user, now));
        int followed = following.follow(user.scope(), FollowingFigures.Cause.of(correction), standing, figures, now);
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

    private Map<String, IndicatorView> asked(MonthlyReport report, Period period) {
        Map<String, IndicatorView> asked = new TreeMap<>();
        indicators.askedIn(report.countyId(), period).forEach(indicator -> asked.put(indicator.code(), indicator));
        return asked;
    }

    /** The figure with what follows from it in its own month; the target stays the one it was approved against. */
    private SubmittedFigure corrected(
            CurrentUser user,
            UUID township,
            Period period,
            IndicatorView indicator,
            SubmittedFigure old,
            BigDecimal value) {
        KnownFigures.Known earlier = known.of(user.scope(), township, period);
        DerivedFigure derived = DerivedFigure.of(
                indicator,
                period,
                value,
                earlier.previousCumulative(indicator.code()),
                old.lastYear(),
                old.yearlyTarget());
        return old.corrected(value, derived, indicator.enteredGrowth().isPresent() ? old.growth() : derived.growth());
    }

    /** All figures of the new copy; a corrected rate is the growth of its indicator too. */
    private static Map<String, SubmittedFigure> figures(
            Map<String, SubmittedFigure> standing,
            Map<String, IndicatorView> asked,
            IndicatorView indicator,
            SubmittedFigure fresh) {
        Map<String, SubmittedFigure> figures = new TreeMap<>(standing);
        figures.put(indicator.code(), fresh);
        asked.values().stream()
                .filter(other -> other.enteredGrowth().equals(Optional.of(indicator.code())))
                .forEach(grown ->
                        figures.computeIfPresent(grown.code(), (code, figure) -> figure.withGrowth(fresh.typed())));
        return figures;
    }

    /** What the checks would block of a submission is no correction either: a part greater than its whole. */
    private void mustFit(
            CurrentUser user,
            MonthlyReport report,
            IndicatorView indicator,
            Map<String, SubmittedFigure> figures,
            Map<String, IndicatorView> asked) {
        TownshipView township = divisions
                .township(user.scope(), report.townshipId(), report.period().lastDay())
                .orElseThrow(NotFound::new);
        checks.blocking(user.scope(), township, report.period(), List.copyOf(asked.values()), figures).stream()
                .filter(finding -> finding.field().equals(indicator.code())
                        || finding.others().contains(indicator.code()))
                .findFirst()
                .ifPresent(finding -> {
                    throw new GreaterThanWhole(
                            title(finding.field(), asked),
                            title(finding.others().get(0), asked));
                });
    }

    private static LocalName title(String code, Map<String, IndicatorView> asked) {
        return Objects.requireNonNull(asked.get(code)).localTitle();
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
