package org.xuanpai.progress.service;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.SummedFigure;
import org.xuanpai.shared.Period;

/**
 * A month in today's shape: the reports of the townships that are one today, side by side and summed.
 *
 * @param unit the township of today
 * @param members the townships that owed a report then, in the order of their codes
 * @param reported whether each of them handed one in
 * @param lines one per indicator that anybody reported
 */
public record SummedReport(
        TownshipView unit, Period period, List<TownshipView> members, List<Boolean> reported, List<Line> lines) {

    /** Names of members whose report is missing. */
    public List<String> missing() {
        return IntStream.range(0, members.size())
                .filter(at -> !reported.get(at))
                .mapToObj(at -> members.get(at).name())
                .toList();
    }

    /**
     * An indicator.
     *
     * @param parts what each member reported; {@code null} for nothing
     * @param sum all of them as one
     */
    public record Line(IndicatorView indicator, List<@Nullable SummedFigure> parts, SummedFigure sum) {

        /** What stands for a part: the value since 1 January of a flow, otherwise the value. */
        public java.math.@Nullable BigDecimal value(@Nullable SummedFigure part) {
            return part == null ? null : indicator.ofTheYear(part.monthValue(), part.cumulative());
        }

        /** The parts' values, in the order of the members. */
        public List<java.math.@Nullable BigDecimal> values() {
            List<java.math.@Nullable BigDecimal> values = new ArrayList<>();
            parts.forEach(part -> values.add(value(part)));
            return values;
        }
    }
}
