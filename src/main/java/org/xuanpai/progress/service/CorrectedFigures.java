package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.progress.CorrectionNotSeen;
import org.xuanpai.progress.DerivedFigure;
import org.xuanpai.progress.FigureNotReported;
import org.xuanpai.progress.FigureNotTyped;
import org.xuanpai.progress.FigureRefused;
import org.xuanpai.progress.GreaterThanWhole;
import org.xuanpai.progress.NextMonthContradicts;
import org.xuanpai.progress.check.Finding;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.progress.entity.SubmittedFigure;
import org.xuanpai.shared.LocalName;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** What a copy would be with one figure corrected, and what the rules of the checks say to that. */
@Component
class CorrectedFigures {

    private final StoredReports stored;
    private final KnownFigures known;
    private final ReportChecks checks;
    private final Indicators indicators;
    private final Divisions divisions;
    private final NextMonth next;

    CorrectedFigures(
            StoredReports stored,
            KnownFigures known,
            ReportChecks checks,
            Indicators indicators,
            Divisions divisions,
            NextMonth next) {
        this.stored = stored;
        this.known = known;
        this.checks = checks;
        this.indicators = indicators;
        this.divisions = divisions;
        this.next = next;
    }

    /** @throws FigureNotReported when the copy has no such figure */
    Corrected of(Scope scope, CopyOf copy, String code, BigDecimal value) {
        Map<String, SubmittedFigure> standing = stored.frozen(copy.report(), copy.number());
        Map<String, IndicatorView> asked = new LinkedHashMap<>();
        indicators.askedIn(copy.county(), copy.period()).forEach(indicator -> asked.put(indicator.code(), indicator));
        SubmittedFigure before = Optional.ofNullable(standing.get(code)).orElseThrow(FigureNotReported::new);
        IndicatorView indicator = Optional.ofNullable(asked.get(code)).orElseThrow(FigureNotReported::new);
        SubmittedFigure fresh = corrected(scope, copy, indicator, before, value);
        Map<String, SubmittedFigure> figures = new TreeMap<>(standing);
        figures.put(code, fresh);
        TownshipView township = divisions
                .township(scope, copy.township(), copy.period().lastDay())
                .orElseThrow(NotFound::new);
        List<Finding> findings =
                checks.findings(scope, township, copy.period(), List.copyOf(asked.values()), figures).stream()
                        .filter(finding ->
                                finding.field().equals(code) || finding.others().contains(code))
                        .toList();
        List<Finding> after = next.findings(scope, copy.township(), copy.period(), code, before, fresh);
        return new Corrected(indicator, copy.period(), standing, figures, asked, findings, after);
    }

    /** The figure with what follows from it in its own month; the target stays the one it was approved against. */
    private SubmittedFigure corrected(
            Scope scope, CopyOf copy, IndicatorView indicator, SubmittedFigure old, BigDecimal value) {
        KnownFigures.Known earlier = known.of(scope, copy.township(), copy.period());
        DerivedFigure derived = DerivedFigure.of(
                indicator,
                copy.period(),
                value,
                earlier.previousCumulative(indicator.code()),
                old.lastYear(),
                old.yearlyTarget());
        return old.corrected(value, derived, indicator.enteredGrowth().isPresent() ? old.growth() : derived.growth());
    }

    /** The copy that would be corrected. */
    record CopyOf(UUID report, UUID county, UUID township, Period period, int number) {

        static CopyOf latest(MonthlyReport report) {
            return new CopyOf(
                    report.id(), report.countyId(), report.townshipId(), report.period(), report.submissions());
        }
    }

    /**
     * A copy with one figure corrected.
     *
     * @param standing the figures as they are
     * @param figures the figures as they would be
     * @param findings of the rules about the corrected figure
     * @param nextFindings what they would say of the month after, where that is reported already
     */
    record Corrected(
            IndicatorView indicator,
            Period period,
            Map<String, SubmittedFigure> standing,
            Map<String, SubmittedFigure> figures,
            Map<String, IndicatorView> asked,
            List<Finding> findings,
            List<Finding> nextFindings) {

        BigDecimal before() {
            return Objects.requireNonNull(standing.get(indicator.code())).typed();
        }

        BigDecimal after() {
            return Objects.requireNonNull(figures.get(indicator.code())).typed();
        }

        CorrectionReview review() {
            return new CorrectionReview(indicator, period, before(), after(), findings, nextFindings);
        }

        /**
         * @throws FigureNotTyped when the county issues it, which corrects it by issuing it again
         * @throws FigureRefused when the value does not fit its indicator
         */
        void mustBeTyped() {
            if (!indicator.isTyped()) {
                throw new FigureNotTyped(indicator);
            }
            indicator.fault(after()).ifPresent(fault -> {
                throw new FigureRefused(indicator, fault);
            });
        }

        /**
         * What the checks would block of a submission is no correction either.
         *
         * @throws GreaterThanWhole for a part greater than its whole
         * @throws NextMonthContradicts for one in the month after
         */
        void mustFit() {
            findings.stream().filter(Finding::isBlocking).findFirst().ifPresent(finding -> {
                throw new GreaterThanWhole(
                        title(finding.field()), title(finding.others().get(0)));
            });
            nextFindings.stream().filter(Finding::isBlocking).findFirst().ifPresent(finding -> {
                throw new NextMonthContradicts(
                        period.next(),
                        title(finding.field()),
                        title(finding.others().get(0)));
            });
        }

        /** @throws CorrectionNotSeen when a rule wonders at it and that is not what was seen */
        void mustBeSeen(String seen) {
            if (review().wonders() && !review().seen().equals(seen)) {
                throw new CorrectionNotSeen();
            }
        }

        private LocalName title(String code) {
            return Objects.requireNonNull(asked.get(code)).localTitle();
        }
    }
}
