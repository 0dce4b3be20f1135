package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.IssuedFigure;
import org.xuanpai.industry.TargetView;
import org.xuanpai.progress.DerivedFigure;
import org.xuanpai.progress.FieldShare;
import org.xuanpai.progress.check.Figure;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.progress.entity.SubmittedFigure;
import org.xuanpai.shared.Period;

/**
 * Puts what was typed and what was issued, earlier periods and targets side by side; the form and what a submission freezes come
 * from here. Where the county issues a figure that one counts; one that was typed before it began to issue stays until then.
 */
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
        TargetView target = targets.get(indicator.code());
        return line(indicator, target == null ? null : target.yearlyTarget());
    }

    /**
     * A line of a copy: as it was frozen, but for what the county issued, which is as it counts now, with what was handed in
     * beside it where that was something else.
     */
    Line line(IndicatorView indicator, StoredReports.Copied copy) {
        String code = indicator.code();
        SubmittedFigure frozen = copy.followed().get(code);
        if (known.issued(code) == null) {
            return Line.of(frozen, known.previousMonth(code));
        }
        Line now = frozen == null ? line(indicator) : line(indicator, frozen.yearlyTarget());
        return copy.isThere() ? now.with(HandedIn.beside(now, copy.handedIn().get(code))) : now;
    }

    private Line line(IndicatorView indicator, @Nullable BigDecimal yearlyTarget) {
        String code = indicator.code();
        BigDecimal value = value(code);
        BigDecimal lastYear = known.lastYear(indicator);
        DerivedFigure derived =
                DerivedFigure.of(indicator, period, value, known.previousCumulative(code), lastYear, yearlyTarget);
        BigDecimal growth = indicator.enteredGrowth().map(this::value).orElse(derived.growth());
        return new Line(
                value,
                known.previousMonth(code),
                derived.monthValue(),
                derived.cumulative(),
                lastYear,
                growth,
                yearlyTarget,
                derived.completion(),
                known.issued(code),
                null);
    }

    private @Nullable BigDecimal value(String code) {
        IssuedFigure issued = known.issued(code);
        return issued == null ? typed.get(code) : issued.value();
    }

    /**
     * One indicator's values; what is not known is {@code null}.
     *
     * @param typed what was typed by the township, or issued by the county
     * @param issued the issued figure, when it is one
     * @param handedIn what a copy was handed in with instead; {@code null} when that was the same
     */
    record Line(
            @Nullable BigDecimal typed,
            @Nullable BigDecimal previousMonth,
            @Nullable BigDecimal monthValue,
            @Nullable BigDecimal cumulative,
            @Nullable BigDecimal lastYear,
            @Nullable BigDecimal growth,
            @Nullable BigDecimal yearlyTarget,
            @Nullable BigDecimal completion,
            @Nullable IssuedFigure issued,
            @Nullable HandedIn handedIn) {

        /** A line as it was frozen; what the month before was is known today only. */
        static Line of(@Nullable SubmittedFigure frozen, @Nullable BigDecimal previousMonth) {
            return frozen == null
                    ? new Line(null, previousMonth, null, null, null, null, null, null, null, null)
                    : new Line(
                            frozen.typed(),
                            previousMonth,
                            frozen.monthValue(),
                            frozen.cumulative(),
                            frozen.lastYear(),
                            frozen.growth(),
                            frozen.yearlyTarget(),
                            frozen.completion(),
                            null,
                            null);
        }

        Line with(@Nullable HandedIn then) {
            return new Line(
                    typed,
                    previousMonth,
                    monthValue,
                    cumulative,
                    lastYear,
                    growth,
                    yearlyTarget,
                    completion,
                    issued,
                    then);
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
                    line.completion(),
                    line.issued(),
                    line.handedIn());
        }

        void ifTyped(Consumer<Line> action) {
            if (typed != null) {
                action.accept(this);
            }
        }

        /** Its part in how much of the report was typed. */
        FieldShare share(IndicatorView indicator) {
            return FieldShare.of(
                    indicator, typed != null && issued == null, monthValue, cumulative, lastYear, yearlyTarget);
        }

        /** The figure as the checks look at it; it is typed. */
        Figure checked() {
            return new Figure(Objects.requireNonNull(typed), monthValue, cumulative, growth);
        }

        SubmittedFigure frozen(MonthlyReport report) {
            return new SubmittedFigure(
                    report.countyId(),
                    report.townshipId(),
                    Objects.requireNonNull(typed),
                    monthValue,
                    cumulative,
                    lastYear,
                    growth,
                    yearlyTarget,
                    completion,
                    issued == null ? null : issued.version());
        }
    }
}
