package org.xuanpai.division.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.division.Consequence;
import org.xuanpai.division.HangsOnUnits;
import org.xuanpai.division.MayEditLand;
import org.xuanpai.division.UnitChange.Effect;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Scope;

/** Reads for the pages on which the land is changed. */
@Service
@Transactional(readOnly = true)
public class ReorganisationQueries {

    private static final int MOST_SHOWN = 200;

    private static final String NAMES = """
            (select string_agg(coalesce(b.name, d.name), '\u3001' order by u.position)
             from reorganisation_unit u join division d on d.id = u.unit_id
             left join land_on(r.effective_on - 1) b on b.id = u.unit_id
             where u.reorganisation_id = r.id and u.effect in ('ENDS', 'STAYS', 'RENAMES'))""";

    private static final String ROWS = """
            select r.id, r.kind, r.effective_on, r.reason,
            """ + NAMES + """
             as units,
                   (select string_agg(u.name, '\u3001' order by u.position) from reorganisation_unit u
                     where u.reorganisation_id = r.id and u.effect in ('OPENS', 'RENAMES')) as opens,
                   r.proposed_by, r.proposed_by_name, r.proposed_at, r.confirmed_by_name, r.confirmed_at, r.withdrawn_at
            from reorganisation r
            where r.county_id = any (cast(:counties as uuid[]))""";

    private static final String LINES = """
            select u.effect, u.unit_id, b.name as before, b.code as code_before, u.name, u.code,
                   coalesce(p.name, q.name) as parent_name, u.industrial,
                   (select count(*) from land_on(r.effective_on - 1) v where v.level = 'VILLAGE' and v.parent_id = u.unit_id
                      and v.county_id = r.county_id) as villages
            from reorganisation_unit u
            join reorganisation r on r.id = u.reorganisation_id
            left join land_on(r.effective_on - 1) b on b.id = u.unit_id
            left join division p on p.id = u.parent_id
            left join reorganisation_unit q on q.reorganisation_id = u.reorganisation_id and q.unit_id = u.parent_id
            where r.id = :id and r.county_id = any (cast(:counties as uuid[]))
            order by u.position""";

    private static final RowMapper<ReorganisationRow> ROW = new SimplePropertyRowMapper<>(ReorganisationRow.class);
    private static final RowMapper<ReorganisationView.Line> LINE =
            new SimplePropertyRowMapper<>(ReorganisationView.Line.class);
    private static final RowMapper<ChildRow> CHILD = new SimplePropertyRowMapper<>(ChildRow.class);

    private final JdbcClient jdbc;
    private final LandQueries land;
    private final ObjectProvider<HangsOnUnits> hanging;
    private final Clock clock;

    ReorganisationQueries(JdbcClient jdbc, LandQueries land, ObjectProvider<HangsOnUnits> hanging, Clock clock) {
        this.jdbc = jdbc;
        this.land = land;
        this.hanging = hanging;
        this.clock = clock;
    }

    /** What was and is to be changed in the own county: what waits first, then the latest day first. */
    @MayEditLand
    public List<ReorganisationRow> list(CurrentUser user) {
        return of(user.scope(), ROWS + """

                         order by (r.confirmed_at is null and r.withdrawn_at is null) desc, r.effective_on desc, r.id desc
                        limit :most""").param("most", MOST_SHOWN).query(ROW).list();
    }

    /**
     * One change with what follows from it.
     *
     * @throws NotFound for a foreign or missing one
     */
    @MayEditLand
    public ReorganisationView view(CurrentUser user, UUID id) {
        ReorganisationRow head = of(user.scope(), ROWS + " and r.id = :id")
                .param("id", id)
                .query(ROW)
                .optional()
                .orElseThrow(NotFound::new);
        List<ReorganisationView.Line> lines =
                of(user.scope(), LINES).param("id", id).query(LINE).list();
        return new ReorganisationView(head, lines, head.waits() ? consequences(user.scope(), head, lines) : List.of());
    }

    /**
     * What a form offers for a unit of the own county.
     *
     * @throws NotFound for a foreign or missing unit
     */
    @MayEditLand
    public ReorganisationChoices choices(CurrentUser user, UUID unit) {
        UnitFacts facts = land.unit(user.scope(), unit);
        return new ReorganisationChoices(
                facts,
                facts.parentId() == null ? List.of() : below(user.scope(), facts.parentId(), facts.id()),
                below(user.scope(), facts.id(), facts.id()));
    }

    private List<Consequence> consequences(Scope scope, ReorganisationRow head, List<ReorganisationView.Line> lines) {
        List<Consequence> all = new ArrayList<>();
        long moved =
                lines.stream().filter(line -> line.effect() == Effect.MOVES).count();
        List<UUID> ended = lines.stream()
                .filter(line -> line.effect() == Effect.ENDS)
                .map(ReorganisationView.Line::unitId)
                .toList();
        if (head.kind() == org.xuanpai.division.ReorganisationKind.MERGE) {
            moved += lines.stream()
                    .filter(line -> line.effect() == Effect.ENDS)
                    .mapToLong(ReorganisationView.Line::villages)
                    .sum();
        }
        all.add(new Consequence("division.follows.villages", moved, false));
        hanging.orderedStream().forEach(feature -> all.addAll(feature.whenTheyEnd(scope, ended, head.effectiveOn())));
        return all.stream().filter(consequence -> consequence.count() > 0).toList();
    }

    private List<ChildRow> below(Scope scope, UUID parent, UUID besides) {
        return of(scope, """
                        select v.id, v.code, v.name, v.valid_from from land_on(:today) v
                        where v.parent_id = :parent and v.id <> :besides and v.county_id = any (cast(:counties as uuid[]))
                        order by v.code""")
                .param("today", LocalDate.now(clock))
                .param("parent", parent)
                .param("besides", besides)
                .query(CHILD)
                .list();
    }

    private JdbcClient.StatementSpec of(Scope scope, String sql) {
        return jdbc.sql(sql).param("counties", scope.countyArray());
    }
}
