package org.xuanpai.progress.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.Lineage;
import org.xuanpai.division.Shape;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.progress.MayReadReports;
import org.xuanpai.progress.SummedFigure;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** Reports of past months in today's shape of the land. Five queries, however many townships were merged. */
@Service
@Transactional(readOnly = true)
public class SummedReportQueries {

    private static final String FIGURES = """
            select c.township_id, f.indicator_code,
                   case when v.id is null then f.month_value else v.month_value end as month_value,
                   case when v.id is null then f.cumulative else v.cumulative end as cumulative,
                   f.yearly_target,
                   case when v.id is null then f.completion else v.completion end as completion,
                   case when v.id is null then f.growth else v.growth end as growth
            from submitted_copy c join submitted_figure f on f.copy_id = c.id
            left join figure_revision v
              on v.copy_id = f.copy_id and v.indicator_code = f.indicator_code and v.superseded_at is null
            where c.period = :period
              and c.number = (select max(n.number) from submitted_copy n where n.report_id = c.report_id)
              and (c.county_id = any (cast(:counties as uuid[])) or c.township_id = any (cast(:townships as uuid[])))""";

    private final JdbcClient jdbc;
    private final Divisions divisions;
    private final Indicators indicators;
    private final Clock clock;

    SummedReportQueries(JdbcClient jdbc, Divisions divisions, Indicators indicators, Clock clock) {
        this.jdbc = jdbc;
        this.divisions = divisions;
        this.indicators = indicators;
        this.clock = clock;
    }

    /**
     * The month of what is that township today.
     *
     * @throws NotFound when it is not in the reader's scope, or nothing that is part of it owed a report
     */
    @MayReadReports
    public SummedReport report(CurrentUser user, UUID townshipId, Period period) {
        Scope scope = user.scope();
        TownshipView unit =
                divisions.township(scope, townshipId, LocalDate.now(clock)).orElseThrow(NotFound::new);
        Lineage lineage = divisions.lineage(scope, Shape.TODAY);
        List<TownshipView> members = divisions.industrialTownships(scope, period).stream()
                .filter(township -> lineage.now(township.id(), period.lastDay()).equals(townshipId))
                .toList();
        if (members.isEmpty()) {
            throw new NotFound();
        }
        Map<UUID, Map<String, SummedFigure>> figures = figures(scope, period);
        List<Boolean> reported =
                members.stream().map(member -> figures.containsKey(member.id())).toList();
        List<SummedReport.Line> lines = indicators.askedIn(period).stream()
                .map(indicator -> line(indicator, members, figures))
                .filter(line -> line.parts().stream().anyMatch(Objects::nonNull))
                .toList();
        return new SummedReport(unit, period, members, reported, lines);
    }

    private static SummedReport.Line line(
            IndicatorView indicator, List<TownshipView> members, Map<UUID, Map<String, SummedFigure>> figures) {
        List<@Nullable SummedFigure> parts = new ArrayList<>();
        members.forEach(
                member -> parts.add(figures.getOrDefault(member.id(), Map.of()).get(indicator.code())));
        return new SummedReport.Line(indicator, parts, SummedFigure.of(indicator, parts));
    }

    private Map<UUID, Map<String, SummedFigure>> figures(Scope scope, Period period) {
        Map<UUID, Map<String, SummedFigure>> figures = new HashMap<>();
        jdbc.sql(FIGURES)
                .param("period", period.key())
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query(row -> {
                    figures.computeIfAbsent(row.getObject("township_id", UUID.class), id -> new HashMap<>())
                            .put(
                                    row.getString("indicator_code"),
                                    new SummedFigure(
                                            row.getBigDecimal("month_value"),
                                            row.getBigDecimal("cumulative"),
                                            row.getBigDecimal("yearly_target"),
                                            row.getBigDecimal("completion"),
                                            row.getBigDecimal("growth")));
                });
        return figures;
    }
}
