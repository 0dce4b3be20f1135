package org.xuanpai.industry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.xuanpai.shared.Period;

/**
 * Spreads the demo county's years over their months: a usual course of the year, with a deviation of its own for each
 * township, year and indicator, the same at every start. Parts follow the whole, so they never exceed it.
 */
public final class DemoFigures {

    /** Percent of a year reached by the end of February, March, … December. */
    private static final double[] COURSE = {15.6, 24.3, 32.6, 41.2, 50.3, 58.2, 66.0, 74.5, 82.9, 91.3, 100};

    private static final double DEVIATION = 0.005;
    private static final int GOLDEN = 0x9E3779B9;
    private static final int GRAINS = 1000;
    private static final double INFLATION = 1.2;

    /** Parts start later in the year than the whole. */
    private static final Map<String, Double> DELAY =
            Map.of("industrial_investment", 1.02, "renovation_investment", 1.05);

    private static final String INVESTMENT = "fixed_investment";

    private final Map<String, DemoFigure> figures = new HashMap<>();
    private final int latestYear;

    public DemoFigures(int latestYear) {
        this.latestYear = latestYear;
        DemoFigure.all().forEach(figure -> figures.put(figure.township() + figure.indicatorCode(), figure));
    }

    /** The values that are typed or issued for the month, of each of these indicators. */
    public Map<String, BigDecimal> values(int township, Period period, List<IndicatorView> asked) {
        Map<String, BigDecimal> typed = new TreeMap<>();
        Map<String, String> growthOf = new HashMap<>();
        asked.forEach(indicator -> indicator.enteredGrowth().ifPresent(rate -> growthOf.put(rate, indicator.code())));
        for (IndicatorView indicator : asked) {
            String grown = growthOf.get(indicator.code());
            double value = grown == null ? value(township, period, indicator) : growth(township, period, grown);
            typed.put(indicator.code(), BigDecimal.valueOf(value).setScale(indicator.decimals(), RoundingMode.HALF_UP));
        }
        return typed;
    }

    /** What is reached of the yearly target by then, in the indicator's unit; the target is {@code null} where there is none. */
    public DemoFigure.Year reached(int township, Period period, IndicatorView indicator) {
        return new DemoFigure.Year(
                year(township, period, indicator.code()).target(),
                BigDecimal.valueOf(cumulative(township, period, indicator)));
    }

    private double value(int township, Period period, IndicatorView indicator) {
        if (!indicator.isFlow()) {
            return stock(township, period, indicator.code());
        }
        double cumulative = cumulative(township, period, indicator);
        return indicator.typed() == TypedValue.CUMULATIVE || period.coversJanuary()
                ? cumulative
                : cumulative - cumulative(township, period.previous(), indicator);
    }

    private double cumulative(int township, Period period, IndicatorView indicator) {
        String code = indicator.code();
        double reached = year(township, period, code).reached().doubleValue();
        return indicator.decimals() == 0
                ? Math.rint(reached * usualShare(period))
                : reached * share(township, period, code);
    }

    /** A stock goes from last year's end to this year's as counts do, so that new enterprises and their number agree. */
    private double stock(int township, Period period, String code) {
        DemoFigure figure = figure(township, code);
        double before = figure.year(back(period) + 1).reached().doubleValue();
        double after = figure.year(back(period)).reached().doubleValue();
        return before + Math.rint((after - before) * usualShare(period));
    }

    private double growth(int township, Period period, String code) {
        Period lastYear = period.sameLastYear();
        double now = year(township, period, code).reached().doubleValue() * share(township, period, code);
        double then = year(township, lastYear, code).reached().doubleValue() * share(township, lastYear, code);
        return (now / then - 1) * 100 - INFLATION;
    }

    private static double usualShare(Period period) {
        return COURSE[period.monthValue() - 2] / 100;
    }

    private static double share(int township, Period period, String code) {
        String whole = DELAY.containsKey(code) ? INVESTMENT : code;
        double usual = usualShare(period);
        double room = 4 * usual * (1 - usual);
        double share = usual + scatter(township, period, whole) * DEVIATION * room;
        return Math.pow(share, DELAY.getOrDefault(code, 1.0));
    }

    /** Between -1 and 1, without a pattern to the eye, the same for the same arguments. */
    private static double scatter(int township, Period period, String code) {
        int mixed = Objects.hash(township, period.year(), period.monthValue(), code) * GOLDEN;
        return Math.floorMod(mixed >>> Short.SIZE, 2 * GRAINS + 1) / (double) GRAINS - 1;
    }

    private DemoFigure.Year year(int township, Period period, String code) {
        return figure(township, code).year(back(period));
    }

    private DemoFigure figure(int township, String code) {
        return Objects.requireNonNull(figures.get(township + code), code);
    }

    private int back(Period period) {
        return latestYear - period.year();
    }
}
