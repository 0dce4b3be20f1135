package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.TargetView;
import org.xuanpai.progress.DerivedFigure;
import org.xuanpai.progress.check.Figure;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.progress.entity.SubmittedFigure;
import org.xuanpai.shared.Period;

/** Puts typed values, earlier periods and targets side by side; the form and what a submission freezes come from here. */
final class FigureTable {

    private final Period period;
    private final KnownFigures.Known known;
    private final Map<String, TargetView> targets;
    private final Map<String, BigDecimal> typed;

    FigureTable(
            Period period, KnownFigures.Known known, Map<String, TargetView> targets, Map<String, BigDecimal> typed) {
        this.period = period;
        this.known = known;
        this.targets = targets;
        this.typed = typed;
    }

    Line line(IndicatorView indicator) {
        String code = indicator.code();
        TargetView target = targets.get(code);
        BigDecimal yearlyTarget = target == null ? null : target.yearlyTarget();
        BigDecimal lastYear = known.lastYear(code);
        DerivedFigure derived = DerivedFigure.of(
                indicator, period, typed.get(code), known.previousCumulative(code), lastYear, yearlyTarget);
        BigDecimal growth = indicator.enteredGrowth().map(typed::get).orElse(derived.growth());
        return new Line(
                typed.get(code),
                known.previousMonth(code),
                derived.monthValue(),
                derived.cumulative(),
                lastYear,
                growth,
                yearlyTarget,
                derived.completion());
    }

    /** One indicator's values; what is not known is {@code null}. */
    record Line(
            @Nullable BigDecimal typed,
            @Nullable BigDecimal previousMonth,
            @Nullable BigDecimal monthValue,
            @Nullable BigDecimal cumulative,
            @Nullable BigDecimal lastYear,
            @Nullable BigDecimal growth,
            @Nullable BigDecimal yearlyTarget,
            @Nullable BigDecimal completion) {

        /** A line as it was frozen; what the month before was is known today only. */
        static Line of(@Nullable SubmittedFigure frozen, @Nullable BigDecimal previousMonth) {
            return frozen == null
                    ? new Line(null, previousMonth, null, null, null, null, null, null)
                    : new Line(
                            frozen.typed(),
                            previousMonth,
                            frozen.monthValue(),
                            frozen.cumulative(),
                            frozen.lastYear(),
                            frozen.growth(),
                            frozen.yearlyTarget(),
                            frozen.completion());
        }

        /** A line as a page shows it. */
        static Line of(ReportPage.Line line) {
            return new Line(
                    line.typed(),
                    line.previousMonth(),
                    line.monthValue(),
                    line.cumulative(),
                    line.lastYear(),
                    line.growth(),
                    line.yearlyTarget(),
                    line.completion());
        }

        void ifTyped(Consumer<Line> action) {
            if (typed != null) {
                action.accept(this);
            }
        }

        /** The figure as the checks look at it; it is typed. */
        Figure checked() {
            return new Figure(java.util.Objects.requireNonNull(typed), monthValue, cumulative, growth);
        }

        SubmittedFigure frozen(MonthlyReport report) {
            return new SubmittedFigure(
                    report.countyId(),
                    report.townshipId(),
                    java.util.Objects.requireNonNull(typed),
                    monthValue,
                    cumulative,
                    lastYear,
                    growth,
                    yearlyTarget,
                    completion);
        }
    }
}
