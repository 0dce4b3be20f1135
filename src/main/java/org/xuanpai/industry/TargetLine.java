package org.xuanpai.industry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a target sheet. Every kind of indicator may have a target: what a stock or a rate should reach is as good a
 * task as a sum. Only a flow is held against the month of the year, and that is not this feature's business.
 *
 * @param indicatorCode which indicator
 * @param yearlyTarget the task of the year, in the indicator's unit
 * @param baseline what was reached in the whole of last year; {@code null} when unknown
 */
public record TargetLine(
        String indicatorCode,
        BigDecimal yearlyTarget,
        @Nullable BigDecimal baseline) {

    /** What is wrong with the line; nothing when all is well. */
    public List<TargetFigureRefused> faults(IndicatorView indicator) {
        List<TargetFigureRefused> faults = new ArrayList<>();
        check(indicator, TargetFigureRefused.Figure.TARGET, yearlyTarget, faults);
        if (baseline != null) {
            check(indicator, TargetFigureRefused.Figure.BASELINE, baseline, faults);
        }
        return faults;
    }

    private static void check(
            IndicatorView indicator,
            TargetFigureRefused.Figure figure,
            BigDecimal value,
            List<TargetFigureRefused> faults) {
        indicator.fault(value).ifPresent(fault -> faults.add(new TargetFigureRefused(fault, indicator, figure)));
    }
}
