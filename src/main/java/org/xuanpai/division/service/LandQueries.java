package org.xuanpai.division.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.division.MayReadLand;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Scope;

/** Reads for the pages of the land and their exports. */
@Service
@Transactional(readOnly = true)
public class LandQueries {

    private static final int FETCH = 1000;

    private static final String TOWNSHIPS = """
            select t.id, t.code, t.name, c.name as county_name, y.industrial, y.valid_from as type_from,
                   (select count(*) from division v where v.parent_id = t.id
                      and v.valid_from <= :today and (v.valid_to is null or v.valid_to > :today)
                      and not exists (select from division_version x where x.unit_id = v.id))
                   + (select count(*) from division_version x where x.parent_id = t.id
                      and x.valid_from <= :today and (x.valid_to is null or x.valid_to > :today)) as villages,
                   (select count(*) from township_type p
                     where p.township_id = t.id and p.confirmed_by is null and p.withdrawn_at is null) as proposals
            from land_on(:today) t
            join division c on c.id = t.county_id
            left join lateral (
                select industrial, valid_from from township_type
                where township_id = t.id and confirmed_by is not null and valid_from <= :today
                order by valid_from desc limit 1) y on true
            where t.level = 'TOWNSHIP'
              and (t.county_id = any (cast(:counties as uuid[])) or t.id = any (cast(:townships as uuid[])))
            order by t.code""";

    private static final String UNIT = """
            select u.id, u.code, u.name, u.level, u.parent_id, p.name as parent_name, c.name as county_name,
                   ci.name as city_name, u.valid_from, u.valid_to, u.listed_as_of, u.changed_locally_at,
                   (select count(*) from division v where v.parent_id = u.id
                      and v.valid_from <= :today and (v.valid_to is null or v.valid_to > :today)) as children
            from division u
            left join division p on p.id = u.parent_id
            left join division c on c.id = u.county_id
            left join division ci on ci.id = u.city_id
            where u.id = :id
              and (u.county_id = any (cast(:counties as uuid[])) or u.township_id = any (cast(:townships as uuid[])))""";

    private static final String CHILDREN = """
            select v.id, v.code, v.name, v.valid_from from division v
            where v.parent_id = :id and v.valid_from <= :today and (v.valid_to is null or v.valid_to > :today)
              and (v.county_id = any (cast(:counties as uuid[])) or v.township_id = any (cast(:townships as uuid[])))
            order by v.code""";

    private static final String TYPES = """
            select y.id, y.industrial, y.valid_from, y.reason, y.proposed_by, y.proposed_by_name, y.proposed_at,
                   y.confirmed_by_name, y.confirmed_at
            from township_type y
            where y.township_id = :id and y.withdrawn_at is null
              and (y.county_id = any (cast(:counties as uuid[])) or y.township_id = any (cast(:townships as uuid[])))
            order by y.valid_from desc, y.proposed_at desc""";

    private static final String HISTORY = """
            select 'STATE' as kind, v.valid_from as day, null::uuid as unit_id, v.name, v.code, p.name as parent_name
            from division_version v join division p on p.id = v.parent_id where v.unit_id = :id
            union all
            select s.kind || '_FROM', s.effective_on, d.id, d.name, d.code, null
            from division_succession s join division d on d.id = s.predecessor_id where s.successor_id = :id
            union all
            select s.kind || '_INTO', s.effective_on, d.id, d.name, d.code, null
            from division_succession s join division d on d.id = s.successor_id where s.predecessor_id = :id
            order by day, kind""";

    private static final RowMapper<HistoryRow> HISTORY_ROW = new SimplePropertyRowMapper<>(HistoryRow.class);
    private static final RowMapper<TownshipRow> TOWNSHIP_ROW = new SimplePropertyRowMapper<>(TownshipRow.class);
    private static final RowMapper<TypeRow> TYPE_ROW = new SimplePropertyRowMapper<>(TypeRow.class);
    private static final RowMapper<ChildRow> CHILD_ROW = new SimplePropertyRowMapper<>(ChildRow.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    LandQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Townships of the scope as they were on a day, in the order of their codes; today for none. */
    @MayReadLand
    public List<TownshipRow> townships(Scope scope, @Nullable LocalDate day) {
        return townshipsOf(scope, day).list();
    }

    /** The same rows as {@link #townships}, one by one. */
    @MayReadLand
    public void forEachTownship(Scope scope, @Nullable LocalDate day, Consumer<TownshipRow> row) {
        try (Stream<TownshipRow> rows = townshipsOf(scope, day).stream()) {
            rows.forEach(row);
        }
    }

    /**
     * One unit of the scope.
     *
     * @throws NotFound for a foreign or missing one
     */
    @MayReadLand
    public UnitFacts unit(Scope scope, UUID id) {
        return of(scope, UNIT)
                .param("id", id)
                .param("today", today())
                .query(UnitFacts.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Types of a township, newest first; none for other units. */
    @MayReadLand
    public List<TypeRow> types(Scope scope, UUID township) {
        return of(scope, TYPES).param("id", township).query(TYPE_ROW).list();
    }

    /** What a unit was, came from and went to, from old to new; nothing of a unit that never changed. Published, as units are. */
    @MayReadLand
    public List<HistoryRow> history(UUID id) {
        return jdbc.sql(HISTORY).param("id", id).query(HISTORY_ROW).list();
    }

    /** One page of the units directly below, in the order of their codes. */
    @MayReadLand
    public List<ChildRow> children(Scope scope, UUID id, int size, long offset) {
        return of(scope, CHILDREN + " limit :size offset :offset")
                .param("id", id)
                .param("today", today())
                .param("size", size)
                .param("offset", offset)
                .query(CHILD_ROW)
                .list();
    }

    /** All units directly below, one by one. */
    @MayReadLand
    public void forEachChild(Scope scope, UUID id, Consumer<ChildRow> row) {
        try (Stream<ChildRow> rows =
                of(scope, CHILDREN).param("id", id).param("today", today()).query(CHILD_ROW).stream()) {
            rows.forEach(row);
        }
    }

    private JdbcClient.MappedQuerySpec<TownshipRow> townshipsOf(Scope scope, @Nullable LocalDate day) {
        return of(scope, TOWNSHIPS).param("today", day == null ? today() : day).query(TOWNSHIP_ROW);
    }

    private JdbcClient.StatementSpec of(Scope scope, String sql) {
        return jdbc.sql(sql).param("counties", scope.countyArray()).param("townships", scope.townshipArray());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
