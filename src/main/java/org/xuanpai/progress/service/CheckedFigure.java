package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.DerivedFigure;
import org.xuanpai.progress.check.EarlierMonths;
import org.xuanpai.progress.check.Figure;
import org.xuanpai.shared.Period;

/** A figure as the checks look at it: with what follows from the months before it. */
final class CheckedFigure {

    private CheckedFigure() {}

    /** @param values the values of the month by indicator code, for a growth that is entered */
    static Figure of(
            IndicatorView indicator,
            Period period,
            BigDecimal value,
            EarlierMonths earlier,
            Function<String, @Nullable BigDecimal> values) {
        String code = indicator.code();
        Period then = period.sameLastYear();
        @Nullable BigDecimal before = period.coversJanuary() ? null : earlier.cumulative(code, period.previous());
        DerivedFigure derived = DerivedFigure.of(
                indicator,
                period,
                value,
                before,
                indicator.isFlow() ? earlier.cumulative(code, then) : earlier.monthValue(code, then),
                null);
        @Nullable BigDecimal growth = indicator.enteredGrowth().map(values).orElse(derived.growth());
        return new Figure(value, derived.monthValue(), derived.cumulative(), growth);
    }
}
