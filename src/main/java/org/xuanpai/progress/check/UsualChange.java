package org.xuanpai.progress.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.shared.Period;

/**
 * A change of this month beside the band in which this township's changes usually lie: the median of the earlier ones, and on
 * either side a multiple of the median deviation from it. Medians do not care about a single wrong month. A series that hardly
 * moves has a deviation of zero, so the band has a least width.
 *
 * @param now this month's value, as it is compared
 * @param base what it is compared with; {@code null} where that is nothing
 * @param points how many earlier changes it rests on
 */
record UsualChange(
        Change basis,
        Period period,
        BigDecimal now,
        @Nullable BigDecimal base,
        BigDecimal change,
        BigDecimal low,
        BigDecimal high,
        int points) {

    private static final BigDecimal NOTHING_LEFT = BigDecimal.valueOf(-100);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Empty when there is too little experience, or this month's own change cannot be told. */
    static Optional<UsualChange> of(
            IndicatorView indicator, Period period, Figure figure, EarlierMonths earlier, CheckRule rule) {
        for (Change basis : Change.suiting(indicator)) {
            Map<Period, BigDecimal> values = earlier.monthValues(indicator.code());
            List<BigDecimal> changes = changes(basis, indicator, period, values, rule);
            BigDecimal value = figure.monthValue();
            BigDecimal change = change(basis, indicator, period, value, values, rule);
            if (value != null
                    && change != null
                    && changes.size() >= rule.get(Parameter.LEAST_POINTS).intValue()) {
                BigDecimal base = values.get(basis.base(period));
                return Optional.of(band(
                        basis,
                        indicator,
                        period,
                        basis.sized(indicator, period, value),
                        base == null ? null : basis.sized(indicator, basis.base(period), base),
                        change,
                        changes,
                        rule));
            }
        }
        return Optional.empty();
    }

    private static List<BigDecimal> changes(
            Change basis, IndicatorView indicator, Period period, Map<Period, BigDecimal> values, CheckRule rule) {
        Period first = Period.containing(period.month()
                .minusMonths(rule.get(Parameter.WINDOW).longValue())
                .atDay(1));
        List<BigDecimal> changes = new ArrayList<>();
        values.forEach((earlier, value) -> {
            if (earlier.compareTo(first) >= 0 && earlier.compareTo(period) < 0) {
                BigDecimal change = change(basis, indicator, earlier, value, values, rule);
                if (change != null) {
                    changes.add(change);
                }
            }
        });
        return changes;
    }

    private static @Nullable BigDecimal change(
            Change basis,
            IndicatorView indicator,
            Period period,
            @Nullable BigDecimal value,
            Map<Period, BigDecimal> values,
            CheckRule rule) {
        Period basePeriod = basis.base(period);
        BigDecimal base = values.get(basePeriod);
        return basis.of(
                indicator,
                value == null ? null : basis.sized(indicator, period, value),
                base == null ? null : basis.sized(indicator, basePeriod, base),
                rule.get(Parameter.LEAST_BASE));
    }

    private static UsualChange band(
            Change basis,
            IndicatorView indicator,
            Period period,
            BigDecimal now,
            @Nullable BigDecimal base,
            BigDecimal change,
            List<BigDecimal> changes,
            CheckRule rule) {
        BigDecimal median = median(changes);
        BigDecimal deviation =
                median(changes.stream().map(one -> one.subtract(median).abs()).toList());
        BigDecimal width = deviation.multiply(rule.get(Parameter.BAND_FACTOR)).max(rule.get(Parameter.LEAST_BAND));
        BigDecimal low = median.subtract(width);
        boolean cannotFallBelowNothing = basis != Change.LEVEL && !indicator.mayBeNegative();
        return new UsualChange(
                basis,
                period,
                now,
                base,
                change,
                (cannotFallBelowNothing ? low.max(NOTHING_LEFT) : low).setScale(1, RoundingMode.HALF_UP),
                median.add(width).setScale(1, RoundingMode.HALF_UP),
                changes.size());
    }

    private static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(TWO, 2, RoundingMode.HALF_UP);
    }

    boolean isOutside() {
        return change.compareTo(low) < 0 || change.compareTo(high) > 0;
    }

    /** The double month of spring stands for the average of its two months when it is held against a single one. */
    String key(IndicatorView indicator) {
        String key = "check.finding.OUTLIER." + basis;
        if (basis != Change.MONTH_BEFORE || !indicator.isFlow()) {
            return key;
        }
        if (period.coversJanuary()) {
            return key + ".spring";
        }
        return period.previous().coversJanuary() ? key + ".afterSpring" : key;
    }

    Object[] parts(IndicatorView indicator) {
        return new Object[] {
            indicator,
            change.signum() < 0 ? 0 : 1,
            basis == Change.LEVEL ? Words.signed(change) : Words.percent(change.abs()),
            points,
            Words.signed(low),
            Words.signed(high),
            Words.figure(indicator, now),
            base == null ? "" : Words.figure(indicator, base)
        };
    }
}
