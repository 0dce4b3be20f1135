package org.xuanpai.cockpit.service;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.cockpit.service.CockpitReads.Figure;
import org.xuanpai.cockpit.service.CockpitReads.Key;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.DerivedFigure;
import org.xuanpai.progress.Light;
import org.xuanpai.progress.PaceRule;
import org.xuanpai.shared.Period;

/** What townships reported of the cockpit's indicators, laid out as its table and its strips show it. */
final class CockpitFigures {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final List<IndicatorView> shown;
    private final Map<Key, Map<String, Figure>> figures;
    private final PaceRule pace;

    CockpitFigures(List<IndicatorView> shown, Map<Key, Map<String, Figure>> figures, PaceRule pace) {
        this.shown = shown;
        this.figures = figures;
        this.pace = pace;
    }

    /** One cell per indicator; an empty one where nothing is known. */
    List<FigureCell> of(UUID township, Period period) {
        Map<String, Figure> month = month(township, period);
        return shown.stream()
                .map(indicator -> cell(indicator, month.get(indicator.code()), period))
                .toList();
    }

    private FigureCell cell(IndicatorView indicator, @Nullable Figure figure, Period period) {
        return figure == null
                ? new FigureCell(indicator, null, null, null, null, Light.NONE, null)
                : new FigureCell(
                        indicator,
                        figure.cumulative(),
                        figure.yearlyTarget(),
                        figure.completion(),
                        figure.growth(),
                        pace.light(indicator, figure.completion(), period),
                        figure.issuedAt());
    }

    boolean isReported(UUID township, Period period) {
        return !month(township, period).isEmpty();
    }

    /** One light for all of them. */
    Light light(UUID township, Period period) {
        return OverallLight.of(
                of(township, period).stream().map(FigureCell::light).toList());
    }

    /** Month values of the first indicator, the double month of spring by its average; a month without a report breaks the line. */
    List<@Nullable BigDecimal> trend(UUID township, List<Period> strip) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (Period period : strip) {
            Figure figure = shown.isEmpty()
                    ? null
                    : month(township, period).get(shown.get(0).code());
            BigDecimal value = figure == null ? null : figure.monthValue();
            if (value != null && period.coversJanuary() && shown.get(0).isFlow()) {
                value = value.divide(TWO, value.scale() + 1, RoundingMode.HALF_UP);
            }
            values.add(value);
        }
        return values;
    }

    /** Sums over the townships that reported a figure and have a target for it, so that both sides are of the same ones. */
    List<FigureCell> totals(List<TownshipLine> lines, Period month) {
        List<FigureCell> totals = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            int column = i;
            List<FigureCell> known = lines.stream()
                    .map(line -> line.figures().get(column))
                    .filter(cell -> cell.cumulative() != null && cell.yearlyTarget() != null)
                    .toList();
            BigDecimal cumulative =
                    sum(known.stream().map(FigureCell::cumulative).toList());
            BigDecimal target = sum(known.stream().map(FigureCell::yearlyTarget).toList());
            BigDecimal completion = DerivedFigure.percent(cumulative, target);
            totals.add(new FigureCell(
                    shown.get(i),
                    cumulative,
                    target,
                    completion,
                    null,
                    pace.light(shown.get(i), completion, month),
                    null));
        }
        return totals;
    }

    private Map<String, Figure> month(UUID township, Period period) {
        return figures.getOrDefault(new Key(township, period), Map.of());
    }

    private static @Nullable BigDecimal sum(Collection<? extends @Nullable BigDecimal> values) {
        BigDecimal sum = null;
        for (BigDecimal value : values) {
            if (value != null) {
                sum = sum == null ? value : sum.add(value);
            }
        }
        return sum;
    }
}
