package org.xuanpai.division.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.Lineage;
import org.xuanpai.division.Shape;
import org.xuanpai.division.TownshipView;
import org.xuanpai.division.UnitView;
import org.xuanpai.shared.ArrayText;
import org.xuanpai.shared.OpenToAll;
import org.xuanpai.shared.Scope;

/** The land for other features. */
@Service
@Transactional(readOnly = true)
public class DivisionFacts implements Divisions {

    private static final String INSIDE = "called inside another feature's use case; rows by scope";
    private static final String PUBLISHED = "called inside another feature's use case; published reference data";

    private static final String SCOPED =
            " and (t.county_id = any (cast(:counties as uuid[])) or t.id = any (cast(:townships as uuid[])))";

    /** Townships as they were on a day: their names, their codes, and those alone that were in being. */
    private static final String TOWNSHIP_ON = """
            select t.id, t.code, t.name, t.county_id, c.name as county_name
            from land_on(%s) t join division c on c.id = t.county_id
            where t.level = 'TOWNSHIP'""" + SCOPED;

    /** One township as it was on a day, or as it is when it was not there. */
    private static final String ONE_TOWNSHIP = """
            select t.id, coalesce(v.code, t.code) as code, coalesce(v.name, t.name) as name, t.county_id, c.name as county_name
            from division t
            join division c on c.id = t.county_id
            left join division_version v on v.unit_id = t.id
                and v.valid_from <= :day and (v.valid_to is null or v.valid_to > :day)
            where t.level = 'TOWNSHIP' and t.id = :id""" + SCOPED;

    private static final String INDUSTRIAL_ON = """
             and (select y.industrial from township_type y
                    where y.township_id = t.id and y.confirmed_by is not null and y.valid_from <= %s
                    order by y.valid_from desc limit 1)""";

    private static final String INDUSTRIAL_ON_DAYS = "select d.day, i.* from unnest(cast(:days as date[])) as d(day)"
            + " cross join lateral (" + TOWNSHIP_ON.formatted("d.day") + INDUSTRIAL_ON.formatted("d.day")
            + ") i order by d.day, i.code";

    private static final String VILLAGE_COUNTS = """
            select t.id,
                   (select count(*) from division v where v.parent_id = t.id
                      and v.valid_from <= :day and (v.valid_to is null or v.valid_to > :day)
                      and not exists (select from division_version x where x.unit_id = v.id))
                   + (select count(*) from division_version x where x.parent_id = t.id
                      and x.valid_from <= :day and (x.valid_to is null or x.valid_to > :day)) as villages
            from land_on(:day) t
            where t.level = 'TOWNSHIP'""" + SCOPED + " order by t.code";

    private static final String UNIT = """
            select u.id, u.code, u.name, u.level, u.parent_id, u.city_id, u.county_id, u.township_id,
                   u.valid_from, u.valid_to
            from division u""";

    private static final RowMapper<TownshipView> TOWNSHIP_VIEW = new SimplePropertyRowMapper<>(TownshipView.class);
    private static final RowMapper<Lineage.Merger> MERGER = new SimplePropertyRowMapper<>(Lineage.Merger.class);
    private static final RowMapper<UnitView> UNIT_VIEW = new SimplePropertyRowMapper<>(UnitView.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    DivisionFacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @OpenToAll(INSIDE)
    public List<TownshipView> townships(Scope scope, LocalDate day) {
        return of(scope, TOWNSHIP_ON.formatted(":day") + " order by t.code")
                .param("day", day)
                .query(TOWNSHIP_VIEW)
                .list();
    }

    @Override
    @OpenToAll(INSIDE)
    public Optional<TownshipView> township(Scope scope, UUID id) {
        return township(scope, id, LocalDate.now(clock));
    }

    @Override
    @OpenToAll(INSIDE)
    public Optional<TownshipView> township(Scope scope, UUID id, LocalDate day) {
        return of(scope, ONE_TOWNSHIP)
                .param("day", day)
                .param("id", id)
                .query(TownshipView.class)
                .optional();
    }

    @Override
    @OpenToAll(INSIDE)
    public List<TownshipView> industrialTownships(Scope scope, LocalDate day) {
        return industrialTownships(scope, List.of(day)).getOrDefault(day, List.of());
    }

    @Override
    @OpenToAll(INSIDE)
    public Map<LocalDate, List<TownshipView>> industrialTownships(Scope scope, Collection<LocalDate> days) {
        Map<LocalDate, List<TownshipView>> found = new TreeMap<>();
        of(scope, INDUSTRIAL_ON_DAYS).param("days", ArrayText.of(days)).query(row -> {
            found.computeIfAbsent(row.getObject("day", LocalDate.class), day -> new ArrayList<>())
                    .add(new TownshipView(
                            row.getObject("id", UUID.class),
                            row.getString("code"),
                            row.getString("name"),
                            row.getObject("county_id", UUID.class),
                            row.getString("county_name")));
        });
        return found;
    }

    @Override
    @OpenToAll(INSIDE)
    public boolean isIndustrial(Scope scope, UUID township, LocalDate day) {
        return of(scope, TOWNSHIP_ON.formatted(":day") + INDUSTRIAL_ON.formatted(":day") + " and t.id = :id")
                .param("day", day)
                .param("id", township)
                .query(TownshipView.class)
                .optional()
                .isPresent();
    }

    @Override
    @OpenToAll(INSIDE)
    public Map<UUID, Integer> villageCounts(Scope scope, LocalDate day) {
        Map<UUID, Integer> counts = new LinkedHashMap<>();
        of(scope, VILLAGE_COUNTS).param("day", day).query(row -> {
            counts.put(row.getObject("id", UUID.class), row.getInt("villages"));
        });
        return counts;
    }

    @Override
    @OpenToAll(PUBLISHED)
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select id, name from division where id = any (cast(:ids as uuid[]))")
                .param("ids", ArrayText.of(ids))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }

    @Override
    @OpenToAll(PUBLISHED)
    public Optional<UnitView> unit(UUID id) {
        return jdbc.sql(UNIT + " where u.id = :id")
                .param("id", id)
                .query(UnitView.class)
                .optional();
    }

    @Override
    @OpenToAll(PUBLISHED)
    public Optional<UnitView> unitByCode(String code) {
        return jdbc.sql(UNIT + """

                        where u.code = :code and u.valid_from <= :day and (u.valid_to is null or u.valid_to > :day)""")
                .param("code", code)
                .param("day", LocalDate.now(clock))
                .query(UnitView.class)
                .optional();
    }

    @Override
    @OpenToAll(PUBLISHED)
    public List<UnitView> children(UUID parent) {
        return jdbc.sql(UNIT + """

                        where u.parent_id = :parent
                          and u.valid_from <= :day and (u.valid_to is null or u.valid_to > :day)
                        order by u.code""")
                .param("parent", parent)
                .param("day", LocalDate.now(clock))
                .query(UNIT_VIEW)
                .list();
    }

    @Override
    @OpenToAll(INSIDE)
    public Lineage lineage(Scope scope, Shape shape) {
        if (shape == Shape.THEN) {
            return Lineage.none();
        }
        return new Lineage(
                of(scope, """
                        select t.predecessor_id as predecessor, t.successor_id as successor, t.effective_on
                        from division_succession t
                        where t.kind = 'MERGED' and t.effective_on <= :day
                          and (t.county_id = any (cast(:counties as uuid[]))
                               or t.successor_id = any (cast(:townships as uuid[])))""").param("day", LocalDate.now(clock)).query(MERGER).list());
    }

    private JdbcClient.StatementSpec of(Scope scope, String sql) {
        return jdbc.sql(sql).param("counties", scope.countyArray()).param("townships", scope.townshipArray());
    }
}
