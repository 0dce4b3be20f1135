package org.xuanpai.progress.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.Period;

/** A township's figures of the months before the one that is checked, as they counted. */
public final class EarlierMonths {

    private final Map<String, TreeMap<Period, Value>> byIndicator = new HashMap<>();

    /** Adds a figure; returns itself. */
    public EarlierMonths with(
            String code, Period period, @Nullable BigDecimal monthValue, @Nullable BigDecimal cumulative) {
        byIndicator.computeIfAbsent(code, none -> new TreeMap<>()).put(period, new Value(monthValue, cumulative));
        return this;
    }

    /** Puts a figure over one that is there; what it does not know stays as it was. */
    public EarlierMonths over(
            String code, Period period, @Nullable BigDecimal monthValue, @Nullable BigDecimal cumulative) {
        Value before = value(code, period);
        return before == null
                ? with(code, period, monthValue, cumulative)
                : with(
                        code,
                        period,
                        monthValue == null ? before.monthValue() : monthValue,
                        cumulative == null ? before.cumulative() : cumulative);
    }

    /** The month's own values by period, oldest first; periods without one are left out. */
    Map<Period, BigDecimal> monthValues(String code) {
        Map<Period, BigDecimal> values = new TreeMap<>();
        byIndicator.getOrDefault(code, new TreeMap<>()).forEach((period, value) -> {
            if (value.monthValue() != null) {
                values.put(period, value.monthValue());
            }
        });
        return values;
    }

    /** A month's own value; {@code null} when it is not known. */
    public @Nullable BigDecimal monthValue(String code, Period period) {
        Value value = value(code, period);
        return value == null ? null : value.monthValue();
    }

    /** A month's cumulative value; {@code null} when it is not known, and for what has none. */
    public @Nullable BigDecimal cumulative(String code, Period period) {
        Value value = value(code, period);
        return value == null ? null : value.cumulative();
    }

    private @Nullable Value value(String code, Period period) {
        return byIndicator.getOrDefault(code, new TreeMap<>()).get(period);
    }

    private record Value(
            @Nullable BigDecimal monthValue, @Nullable BigDecimal cumulative) {}
}
