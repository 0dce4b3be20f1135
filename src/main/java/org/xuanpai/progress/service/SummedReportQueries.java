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
            select township_id, indicator_code, month_value, cumulative, yearly_target, completion, growth
            from reported_figure
            where period = :period
              and (county_id = any (cast(:counties as uuid[])) or township_id = any (cast(:townships as uuid[])))""";

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
