package org.xuanpai.progress;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorKind;
import org.xuanpai.industry.IndicatorView;

/**
 * Figures of several townships that are one today, as one. Flows and stocks add up, and so does the completion that follows
 * from them; a rate or a growth of several townships is nobody's and stays unknown. So does a sum of which a part is missing.
 *
 * @param monthValue month values; for stocks the values
 * @param cumulative values since 1 January; {@code null} for stocks and rates
 * @param yearlyTarget the targets together; {@code null} unless each has one
 * @param completion percent of the targets together
 * @param growth what a single township reported; {@code null} for several
 */
public record SummedFigure(
        @Nullable BigDecimal monthValue,
        @Nullable BigDecimal cumulative,
        @Nullable BigDecimal yearlyTarget,
        @Nullable BigDecimal completion,
        @Nullable BigDecimal growth) {

    private static final SummedFigure UNKNOWN = new SummedFigure(null, null, null, null, null);

    /**
     * The parts as one.
     *
     * @param parts one per township that owed a report; {@code null} for one that did not report the indicator
     */
    public static SummedFigure of(IndicatorView indicator, List<@Nullable SummedFigure> parts) {
        if (parts.isEmpty() || parts.stream().anyMatch(Objects::isNull)) {
            return UNKNOWN;
        }
        List<SummedFigure> known = parts.stream().filter(Objects::nonNull).toList();
        if (known.size() == 1) {
            return known.get(0);
        }
        if (indicator.kind() == IndicatorKind.RATE) {
            return UNKNOWN;
        }
        BigDecimal month = sum(known.stream().map(SummedFigure::monthValue).toList());
        BigDecimal cumulative = sum(known.stream().map(SummedFigure::cumulative).toList());
        BigDecimal target = sum(known.stream().map(SummedFigure::yearlyTarget).toList());
        BigDecimal reached = indicator.kind() == IndicatorKind.FLOW ? cumulative : month;
        return new SummedFigure(month, cumulative, target, DerivedFigure.percent(reached, target), null);
    }

    private static @Nullable BigDecimal sum(List<? extends @Nullable BigDecimal> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal value : values) {
            if (value == null) {
                return null;
            }
            sum = sum.add(value);
        }
        return sum;
    }
}
