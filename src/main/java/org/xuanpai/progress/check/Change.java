package org.xuanpai.progress.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorKind;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.shared.Period;

/** What a month's value is held against to see whether it is unusual. */
enum Change {
    /** The same month a year ago, in percent: seasons and the double month of spring cancel out. */
    LAST_YEAR {
        @Override
        Period base(Period period) {
            return period.sameLastYear();
        }

        @Override
        @Nullable
        BigDecimal of(
                IndicatorView indicator, @Nullable BigDecimal value, @Nullable BigDecimal base, BigDecimal leastBase) {
            return percent(value, base, leastBase);
        }
    },
    /** The month before, in percent; 1–2月 counts as one month of average size. */
    MONTH_BEFORE {
        @Override
        Period base(Period period) {
            return period.previous();
        }

        @Override
        @Nullable
        BigDecimal of(
                IndicatorView indicator, @Nullable BigDecimal value, @Nullable BigDecimal base, BigDecimal leastBase) {
            return percent(value, base, leastBase);
        }

        @Override
        BigDecimal sized(IndicatorView indicator, Period period, BigDecimal value) {
            return indicator.isFlow() && period.coversJanuary()
                    ? value.divide(BigDecimal.valueOf(2), SCALE, RoundingMode.HALF_UP)
                    : value;
        }
    },
    /** Nothing: a rate is itself a change, so its own level is looked at, in percentage points. */
    LEVEL {
        @Override
        Period base(Period period) {
            return period;
        }

        @Override
        @Nullable
        BigDecimal of(
                IndicatorView indicator, @Nullable BigDecimal value, @Nullable BigDecimal base, BigDecimal leastBase) {
            return value;
        }
    };

    private static final int SCALE = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What suits an indicator, the best first; the first one with enough experience is used. */
    static List<Change> suiting(IndicatorView indicator) {
        if (indicator.kind() == IndicatorKind.RATE) {
            return List.of(LEVEL);
        }
        return indicator.isFlow() ? List.of(LAST_YEAR, MONTH_BEFORE) : List.of(MONTH_BEFORE);
    }

    abstract Period base(Period period);

    /** The change; {@code null} when it cannot be told. */
    abstract @Nullable BigDecimal of(
            IndicatorView indicator, @Nullable BigDecimal value, @Nullable BigDecimal base, BigDecimal leastBase);

    /** A value made comparable with that of a period of another length. */
    BigDecimal sized(IndicatorView indicator, Period period, BigDecimal value) {
        return value;
    }

    private static @Nullable BigDecimal percent(
            @Nullable BigDecimal value, @Nullable BigDecimal base, BigDecimal leastBase) {
        // small numbers jump, and nothing can be said about what started from zero
        if (value == null || base == null || base.signum() <= 0 || base.compareTo(leastBase) < 0) {
            return null;
        }
        return value.subtract(base).multiply(HUNDRED).divide(base, 1, RoundingMode.HALF_UP);
    }
}
