package org.xuanpai.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.TypedValue;
import org.xuanpai.shared.Period;

/**
 * What follows from one typed value. Percentages have one decimal, rounded half up; what cannot be known is {@code null} and
 * shown as a dash, never guessed.
 *
 * @param monthValue the month's own value; 1–2月 together for February
 * @param cumulative the value since 1 January; {@code null} for stocks and rates
 * @param growth percent against the same period last year
 * @param completion percent of the yearly target
 */
public record DerivedFigure(
        @Nullable BigDecimal monthValue,
        @Nullable BigDecimal cumulative,
        @Nullable BigDecimal growth,
        @Nullable BigDecimal completion) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Derives the other values.
     *
     * @param typed what was typed; {@code null} for nothing yet
     * @param previous cumulative value of the period before in the same year; {@code null} when unknown
     * @param lastYear cumulative value (stocks, rates: the value) of the same period last year; {@code null} when unknown
     * @param yearlyTarget {@code null} when there is none
     */
    public static DerivedFigure of(
            IndicatorView indicator,
            Period period,
            @Nullable BigDecimal typed,
            @Nullable BigDecimal previous,
            @Nullable BigDecimal lastYear,
            @Nullable BigDecimal yearlyTarget) {
        if (typed == null) {
            return new DerivedFigure(null, null, null, null);
        }
        return switch (indicator.kind()) {
            case FLOW -> flow(indicator.typed(), period, typed, previous, lastYear, yearlyTarget);
            case STOCK -> new DerivedFigure(typed, null, growth(typed, lastYear), percent(typed, yearlyTarget));
            case RATE -> new DerivedFigure(typed, null, null, null);
        };
    }

    private static DerivedFigure flow(
            TypedValue typedAs,
            Period period,
            BigDecimal typed,
            @Nullable BigDecimal previous,
            @Nullable BigDecimal lastYear,
            @Nullable BigDecimal yearlyTarget) {
        BigDecimal before = period.coversJanuary() ? BigDecimal.ZERO : previous;
        BigDecimal month = typedAs == TypedValue.MONTH ? typed : before == null ? null : typed.subtract(before);
        BigDecimal cumulative = typedAs == TypedValue.CUMULATIVE ? typed : before == null ? null : typed.add(before);
        return new DerivedFigure(month, cumulative, growth(cumulative, lastYear), percent(cumulative, yearlyTarget));
    }

    /** Growth in percent; {@code null} when either value is missing or the base is zero or negative (domain-rules §7). */
    public static @Nullable BigDecimal growth(@Nullable BigDecimal value, @Nullable BigDecimal base) {
        if (value == null || base == null || base.signum() <= 0) {
            return null;
        }
        return value.subtract(base).multiply(HUNDRED).divide(base, 1, RoundingMode.HALF_UP);
    }

    /** Share of the target in percent; {@code null} when either is missing or the target is not positive. */
    public static @Nullable BigDecimal percent(@Nullable BigDecimal value, @Nullable BigDecimal target) {
        if (value == null || target == null || target.signum() <= 0) {
            return null;
        }
        return value.multiply(HUNDRED).divide(target, 1, RoundingMode.HALF_UP);
    }
}
