package org.xuanpai.division.repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xuanpai.division.DivisionLevel;
import org.xuanpai.shared.ArrayText;
import org.xuanpai.shared.Ids;

/**
 * Units over time. A unit's first change writes two versions, what it was and what it is; each further one ends the last and
 * adds another. The unit's own row is brought up to date when the day has come.
 */
@Repository
public class LandVersions {

    // The newest state of a unit, whether its day has come or not.
    private static final String NEWEST = """
            select d.id, coalesce(v.code, d.code) as code, coalesce(v.name, d.name) as name, d.level,
                   coalesce(v.parent_id, d.parent_id) as parent_id, d.city_id, d.county_id,
                   coalesce(v.valid_from, d.valid_from) as since, d.valid_to
            from division d
            left join division_version v on v.unit_id = d.id and v.valid_to is not distinct from d.valid_to""";

    private static final String IN_SCOPE = " and d.county_id = any (cast(:counties as uuid[]))";

    private static final String IN_ORDER = " order by d.level, d.id for update";

    private static final String UP_TO_DATE = """
            update division d
            set code = v.code, name = v.name, parent_id = v.parent_id,
                township_id = case when d.level = 'VILLAGE' then v.parent_id else d.township_id end,
                changed_locally_at = :now, version = d.version + 1
            from division_version v""";

    private static final String BEHIND = """

            where v.unit_id = d.id and v.valid_from <= :today and (v.valid_to is null or v.valid_to > :today)
              and (d.code, d.name, d.parent_id) is distinct from (v.code, v.name, v.parent_id)""";

    private static final RowMapper<Newest> ROW = new SimplePropertyRowMapper<>(Newest.class);

    private final JdbcClient jdbc;

    LandVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Units of these counties as they are or will be, locked against another change. They are read after the locks are granted:
     * whoever had them before may have changed them. Everybody takes townships before villages.
     */
    public List<Newest> lock(String counties, Collection<UUID> ids) {
        jdbc.sql("select d.id from division d where d.id = any (cast(:ids as uuid[]))" + IN_SCOPE + IN_ORDER)
                .param("ids", ArrayText.of(ids))
                .param("counties", counties)
                .query(UUID.class)
                .list();
        return jdbc.sql(NEWEST + " where d.id = any (cast(:ids as uuid[]))" + IN_SCOPE + " order by d.id")
                .param("ids", ArrayText.of(ids))
                .param("counties", counties)
                .query(ROW)
                .list();
    }

    /** Locks what is or will be below townships that are locked already, so that nothing comes to them meanwhile. */
    public void lockVillagesOf(String counties, Collection<UUID> townships) {
        jdbc.sql("""
                        select d.id from division d
                        where d.level = 'VILLAGE'
                          and (d.parent_id = any (cast(:townships as uuid[]))
                               or d.id in (select v.unit_id from division_version v
                                           where v.parent_id = any (cast(:townships as uuid[]))))""" + IN_SCOPE + IN_ORDER)
                .param("townships", ArrayText.of(townships))
                .param("counties", counties)
                .query(UUID.class)
                .list();
    }

    /** Villages that will be in being in a township on a day; to be locked before. */
    public List<Newest> villagesOf(String counties, UUID township, LocalDate day) {
        return jdbc.sql(NEWEST
                        + " where d.level = 'VILLAGE' and coalesce(v.parent_id, d.parent_id) = :township"
                        + " and (d.parent_id = :township or v.parent_id = :township)"
                        + " and (d.valid_to is null or d.valid_to > :day)" + IN_SCOPE + " order by d.code")
                .param("township", township)
                .param("day", day)
                .param("counties", counties)
                .query(ROW)
                .list();
    }

    /** A unit that has the code on the day or later, other than these; its name. */
    public List<String> holdersOf(String code, LocalDate day, Collection<UUID> besides) {
        return jdbc.sql("""
                        select u.name from (
                            select d.id, d.name, d.valid_to from division d
                            where d.code = :code and not exists (select from division_version v where v.unit_id = d.id)
                            union all
                            select v.unit_id, v.name, v.valid_to from division_version v where v.code = :code) u
                        where (u.valid_to is null or u.valid_to > :day) and u.id <> all (cast(:besides as uuid[]))""")
                .param("code", code)
                .param("day", day)
                .param("besides", ArrayText.of(besides))
                .query((row, n) -> row.getString("name"))
                .list();
    }

    /** The code of a unit as it is or will be; units above a county's own, too, which nobody changes here. */
    public String codeOf(UUID id) {
        return jdbc.sql(NEWEST + " where d.id = :id")
                .param("id", id)
                .query(ROW)
                .single()
                .code();
    }

    /** A unit's next state, from a day on. */
    public void change(Newest unit, LocalDate day, String code, String name, UUID parent, UUID reorganisation) {
        if (jdbc.sql("update division_version set valid_to = :day where unit_id = :unit and valid_to is null")
                        .param("day", day)
                        .param("unit", unit.id())
                        .update()
                == 0) {
            insert(unit, unit.code(), unit.name(), unit.parentId(), unit.since(), day, reorganisation);
        }
        insert(unit, code, name, parent, day, null, reorganisation);
    }

    /** The day from which a unit is no more. */
    public void end(Newest unit, LocalDate day, Instant now) {
        jdbc.sql("update division_version set valid_to = :day where unit_id = :unit and valid_to is null")
                .param("day", day)
                .param("unit", unit.id())
                .update();
        jdbc.sql("""
                        update division set valid_to = :day, changed_locally_at = :now, version = version + 1
                        where id = :unit and valid_to is null""")
                .param("day", day)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("unit", unit.id())
                .update();
    }

    /** A new unit below another. */
    public void open(
            UUID id, DivisionLevel level, String code, String name, Newest parent, LocalDate day, Instant now) {
        jdbc.sql("""
                        insert into division (id, code, name, level, parent_id, city_id, county_id, township_id, valid_from, source,
                                              changed_locally_at)
                        values (:id, :code, :name, :level, :parent, :city, :county, :township, :day, 'LOCAL', :now)""")
                .param("id", id)
                .param("code", code)
                .param("name", name)
                .param("level", level.name())
                .param("parent", parent.id())
                .param("city", parent.cityId())
                .param("county", parent.countyId())
                .param("township", level == DivisionLevel.TOWNSHIP ? id : parent.id())
                .param("day", day)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who takes over from whom. */
    public void succeed(
            UUID predecessor,
            UUID successor,
            UUID county,
            LocalDate day,
            String kind,
            Instant decided,
            UUID reorganisation) {
        jdbc.sql("""
                        insert into division_succession (predecessor_id, successor_id, county_id, effective_on, kind, decided_at,
                                                         reorganisation_id)
                        values (:predecessor, :successor, :county, :day, :kind, :decided, :reorganisation)""")
                .param("predecessor", predecessor)
                .param("successor", successor)
                .param("county", county)
                .param("day", day)
                .param("kind", kind)
                .param("decided", decided.atOffset(ZoneOffset.UTC))
                .param("reorganisation", reorganisation)
                .update();
    }

    /** The confirmed type of a township that comes into being. */
    public void type(UUID township, boolean industrial, UUID reorganisation) {
        jdbc.sql("""
                        insert into township_type (id, county_id, township_id, industrial, valid_from, reason, proposed_by,
                                                   proposed_by_name, proposed_at, confirmed_by, confirmed_by_name, confirmed_at,
                                                   reorganisation_id)
                        select :id, r.county_id, :township, :industrial, r.effective_on, r.reason, r.proposed_by, r.proposed_by_name,
                               r.proposed_at, r.confirmed_by, r.confirmed_by_name, r.confirmed_at, r.id
                        from reorganisation r where r.id = :reorganisation""")
                .param("id", Ids.next())
                .param("township", township)
                .param("industrial", industrial)
                .param("reorganisation", reorganisation)
                .update();
    }

    /** Brings the units' own rows to what they are on the day; all at once, so that one may take the code another gives up. */
    public int bringUpToDate(LocalDate today, Instant now) {
        return jdbc.sql(UP_TO_DATE + BEHIND)
                .param("today", today)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The same in one county only. */
    public int bringUpToDate(UUID county, LocalDate today, Instant now) {
        return jdbc.sql(UP_TO_DATE + BEHIND + " and d.county_id = :county")
                .param("county", county)
                .param("today", today)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Counties with a unit whose own row is not what it is on the day. */
    public List<UUID> countiesBehind(LocalDate today) {
        return jdbc.sql("select distinct d.county_id from division d, division_version v" + BEHIND)
                .param("today", today)
                .query((row, n) -> row.getObject("county_id", UUID.class))
                .list();
    }

    private void insert(
            Newest unit,
            String code,
            String name,
            UUID parent,
            LocalDate from,
            @Nullable LocalDate to,
            UUID reorganisation) {
        jdbc.sql("""
                        insert into division_version (id, unit_id, county_id, code, name, parent_id, valid_from, valid_to,
                                                      reorganisation_id)
                        values (:id, :unit, :county, :code, :name, :parent, :from, :to, :reorganisation)""")
                .param("id", Ids.next())
                .param("unit", unit.id())
                .param("county", unit.countyId())
                .param("code", code)
                .param("name", name)
                .param("parent", parent)
                .param("from", from)
                .param("to", to)
                .param("reorganisation", reorganisation)
                .update();
    }

    /**
     * A unit as it is or, when that is decided already, will be.
     *
     * @param since the first day of this state
     * @param validTo the first day on which it is no more; {@code null} when no end is decided
     */
    public record Newest(
            UUID id,
            String code,
            String name,
            DivisionLevel level,
            UUID parentId,
            UUID cityId,
            UUID countyId,
            LocalDate since,
            @Nullable LocalDate validTo) {}
}
