package org.xuanpai.industry.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.industry.FigureSource;
import org.xuanpai.industry.IndicatorKind;
import org.xuanpai.industry.IndicatorSection;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.industry.TargetView;
import org.xuanpai.industry.TypedValue;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.OpenToAll;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** Reads indicators and the targets that count. */
@Service
@Transactional(readOnly = true)
public class IndicatorQueries implements Indicators {

    private final JdbcClient jdbc;

    IndicatorQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @OpenToAll("reference data, read inside other features' permitted use cases")
    public List<IndicatorView> askedIn(Period period) {
        return jdbc.sql("""
                        select * from indicator
                        where valid_from <= :day and (valid_to is null or valid_to > :day)
                        order by position
                        """)
                .param("day", period.lastDay())
                .query((row, n) -> indicator(row, row.getString("typed")))
                .list();
    }

    @Override
    @OpenToAll("reference data, read inside other features' permitted use cases")
    public List<IndicatorView> askedIn(UUID county, Period period) {
        return jdbc.sql("""
                        select i.*, coalesce((
                            select s.typed from typed_setting s
                            where s.county_id = :county and s.indicator_code = i.code and s.confirmed_by is not null
                              and s.valid_from <= :period
                            order by s.valid_from desc, s.confirmed_at desc limit 1), i.typed) as typed_here
                        from indicator i
                        where i.valid_from <= :day and (i.valid_to is null or i.valid_to > :day)
                        order by i.position
                        """)
                .param("county", county)
                .param("period", period.key())
                .param("day", period.lastDay())
                .query((row, n) -> indicator(row, row.getString("typed_here")))
                .list();
    }

    @Override
    @OpenToAll("called inside other features' permitted use cases; rows by scope")
    public Map<String, TargetView> targets(Scope scope, UUID townshipId, int year) {
        return jdbc
                .sql("""
                        select t.indicator_code, t.yearly_target, t.baseline from targets_of(:township, :year) t
                        where exists (select from division d where d.id = :township
                          and (d.county_id = any (cast(:counties as uuid[])) or d.id = any (cast(:townships as uuid[]))))
                        """)
                .param("township", townshipId)
                .param("year", year)
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query((row, n) -> new TargetView(
                        row.getString("indicator_code"),
                        row.getBigDecimal("yearly_target"),
                        row.getBigDecimal("baseline")))
                .list()
                .stream()
                .collect(Collectors.toMap(TargetView::indicatorCode, Function.identity()));
    }

    @Override
    @OpenToAll("called inside other features' permitted use cases; rows by scope")
    public Map<UUID, Set<String>> targeted(Scope scope, Collection<UUID> townships, int year) {
        Map<UUID, Set<String>> targeted = new HashMap<>();
        jdbc.sql("""
                        select d.id, t.indicator_code
                        from division d cross join lateral targets_of(d.id, :year) t
                        where d.id = any (:asked)
                          and (d.county_id = any (cast(:counties as uuid[])) or d.id = any (cast(:townships as uuid[])))
                        """)
                .param("asked", townships.toArray(UUID[]::new))
                .param("year", year)
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query(row -> {
                    targeted.computeIfAbsent(row.getObject("id", UUID.class), id -> new HashSet<>())
                            .add(row.getString("indicator_code"));
                });
        return targeted;
    }

    private static IndicatorView indicator(ResultSet row, String typed) throws SQLException {
        String issuer = row.getString("issuer");
        return new IndicatorView(
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("unit"),
                row.getString("unit_en"),
                IndicatorSection.valueOf(row.getString("section")),
                IndicatorKind.valueOf(row.getString("kind")),
                TypedValue.valueOf(typed),
                row.getInt("decimals"),
                row.getBoolean("may_be_negative"),
                row.getString("part_of"),
                row.getString("growth_code"),
                FigureSource.valueOf(row.getString("source")),
                row.getString("source_name"),
                row.getString("source_name_en"),
                row.getBoolean("on_cockpit"),
                issuer == null ? null : FigureIssuer.valueOf(issuer));
    }
}
