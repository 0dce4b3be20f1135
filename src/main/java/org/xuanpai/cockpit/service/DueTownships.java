package org.xuanpai.cockpit.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.cockpit.service.CockpitReads.Figure;
import org.xuanpai.cockpit.service.CockpitReads.Key;
import org.xuanpai.division.LandShape;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.SummedFigure;
import org.xuanpai.shared.Period;

/** Which townships owe the reports of a year, in the shape of the land that is shown. */
final class DueTownships {

    private final List<Period> strip;
    private final Map<Period, Map<UUID, LandShape.Group>> groups = new LinkedHashMap<>();

    DueTownships(List<Period> strip, Map<LocalDate, List<TownshipView>> due, LandShape shape) {
        this.strip = strip;
        for (Period period : strip) {
            Map<UUID, LandShape.Group> ofPeriod = new LinkedHashMap<>();
            shape.groups(due.getOrDefault(period.lastDay(), List.of()), period.lastDay())
                    .forEach(group -> ofPeriod.put(group.unit().id(), group));
            groups.put(period, ofPeriod);
        }
    }

    List<Period> strip() {
        return strip;
    }

    /** The townships of a month in the order of their codes. */
    List<LandShape.Group> of(Period period) {
        return List.copyOf(groups.getOrDefault(period, Map.of()).values());
    }

    boolean isDue(UUID unit, Period period) {
        return groups.getOrDefault(period, Map.of()).containsKey(unit);
    }

    /** Where the unit's figures of the month come from: its own report, a predecessor's, or the sum of several. */
    String path(UUID unit, Period period) {
        LandShape.Group group = groups.getOrDefault(period, Map.of()).get(unit);
        UUID report =
                group == null || group.isSum() ? unit : group.members().get(0).id();
        return "/progress/" + report + "/" + period + (group != null && group.isSum() ? "/sum" : "");
    }

    /** Figures under the units shown; where a unit is several of that day, their sums. */
    Map<Key, Map<String, Figure>> summed(List<IndicatorView> indicators, Map<Key, Map<String, Figure>> figures) {
        Map<Key, Map<String, Figure>> summed = new HashMap<>(figures);
        groups.forEach((period, ofPeriod) -> ofPeriod.values().stream()
                .filter(LandShape.Group::isOther)
                .forEach(group -> summed.put(
                        new Key(group.unit().id(), period), sum(indicators, parts(figures, group, period)))));
        return summed;
    }

    private static List<Map<String, Figure>> parts(
            Map<Key, Map<String, Figure>> figures, LandShape.Group group, Period period) {
        return group.members().stream()
                .map(member -> figures.getOrDefault(new Key(member.id(), period), Map.<String, Figure>of()))
                .toList();
    }

    private static Map<String, Figure> sum(List<IndicatorView> indicators, List<Map<String, Figure>> parts) {
        Map<String, Figure> sums = new HashMap<>();
        for (IndicatorView indicator : indicators) {
            List<@Nullable SummedFigure> figures = new ArrayList<>();
            parts.forEach(part -> figures.add(asPart(part.get(indicator.code()))));
            SummedFigure sum = SummedFigure.of(indicator, figures);
            if (sum.monthValue() != null || sum.cumulative() != null) {
                sums.put(
                        indicator.code(),
                        new Figure(
                                sum.monthValue(),
                                sum.cumulative(),
                                sum.yearlyTarget(),
                                sum.completion(),
                                sum.growth(),
                                null));
            }
        }
        return sums;
    }

    private static @Nullable SummedFigure asPart(@Nullable Figure figure) {
        return figure == null
                ? null
                : new SummedFigure(
                        figure.monthValue(),
                        figure.cumulative(),
                        figure.yearlyTarget(),
                        figure.completion(),
                        figure.growth());
    }
}
