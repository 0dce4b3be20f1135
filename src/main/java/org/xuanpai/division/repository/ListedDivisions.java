package org.xuanpai.division.repository;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;
import org.xuanpai.division.DivisionLevel;
import org.xuanpai.shared.Ids;

/**
 * The bulk path of an import: the list is copied into a temporary table, checked there, and then what is new is inserted.
 * Others go on working meanwhile: what exists is only read, and written rows are new or nobody's business.
 */
@Repository
public class ListedDivisions {

    // Row-level security refuses COPY into the table itself, and a list must be checked as a whole before it counts.
    private static final String LISTED = """
            create temporary table listed (
                id          uuid         not null,
                level       varchar(8)   not null,
                line        int          not null,
                code        varchar(12)  collate "C" not null,
                name        varchar(100) not null,
                parent_code varchar(12)  collate "C"
            ) on commit drop""";

    private static final String COPY =
            "copy listed (id, level, line, code, name, parent_code) from stdin (format text, null '', encoding 'UTF8')";

    // The unit a listed code stands for: the one in being, or the one closed last. The index on codes serves only the
    // collation it was made with; without it every code of a second run would read the whole country.
    private static final String MATCH = """
            create temporary table matched on commit drop as
            select l.code, l.name, l.level, l.parent_code,
                   coalesce(d.id, l.id) as unit_id,
                   d.id is not null as known,
                   coalesce(d.changed_locally_at is not null, false) as changed,
                   d.name is distinct from l.name or d.valid_to is not null as differs,
                   d.listed_as_of
            from listed l
            left join lateral (
                select u.id, u.name, u.valid_to, u.changed_locally_at, u.listed_as_of from division u
                where u.code = l.code collate "default"
                union all
                -- the code of an earlier day: the list may be older than the change
                select u.id, u.name, u.valid_to, u.changed_locally_at, u.listed_as_of
                from division_version v join division u on u.id = v.unit_id
                where v.code = l.code collate "default" and u.code <> v.code
                order by valid_to desc nulls first limit 1) d on true""";

    // A unit new on the list below one that was closed here follows that local change and stays out.
    private static final String ADD = """
            insert into division (id, code, name, level, parent_id, city_id, county_id, township_id,
                                  valid_from, source, listed_as_of)
            select m.unit_id, m.code, m.name, m.level, p.id,
                   case when m.level = 'CITY' then m.unit_id else p.city_id end,
                   case when m.level = 'COUNTY' then m.unit_id else p.county_id end,
                   case when m.level = 'TOWNSHIP' then m.unit_id else p.township_id end,
                   :asOf, 'LIST', :asOf
            from matched m
            left join matched pm on pm.code = m.parent_code
            left join division p on p.id = pm.unit_id
            where m.level = :level and not m.known and (m.parent_code is null or p.valid_to is null and p.id is not null)
            order by m.code""";

    private static final RowMapper<Found> FOUND = new SimplePropertyRowMapper<>(Found.class);

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    ListedDivisions(DataSource dataSource, JdbcClient jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    /** Makes sure that no second import runs; false when one does. Ends with the transaction. */
    public boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('division.import'))")
                .query(Boolean.class)
                .single();
    }

    /** Takes the rows in. To be closed before anything is asked. */
    public Intake open() {
        // An import takes as long as it takes; limits meant for pages do not fit.
        jdbc.sql("set local statement_timeout = 0").update();
        jdbc.sql("set local idle_in_transaction_session_timeout = 0").update();
        jdbc.sql(LISTED).update();
        return new Intake(DataSourceUtils.getConnection(dataSource));
    }

    /** The first code that the list gives twice, with different names or parents. */
    public Optional<Twice> contradiction() {
        jdbc.sql("analyze listed").update();
        return jdbc.sql("""
                        select level, code, min(line) as first_line, max(line) as second_line from listed
                        group by level, code having count(distinct (name, parent_code)) > 1
                        order by level, code limit 1""").query(Twice.class).optional();
    }

    /** The first unit of the list whose parent the list lacks. */
    public Optional<Orphan> orphan() {
        return jdbc.sql("""
                        select l.level, l.line, l.code, l.parent_code from listed l
                        where l.parent_code is not null
                          and not exists (select from listed p where p.code = l.parent_code)
                        order by l.code limit 1""").query(Orphan.class).optional();
    }

    /** Drops rows given twice alike and finds the units that are known. */
    public void match() {
        jdbc.sql("delete from listed l using listed other where other.code = l.code and other.line < l.line")
                .update();
        jdbc.sql(MATCH).update();
        jdbc.sql("create index on matched (code)").update();
        jdbc.sql("analyze matched").update();
    }

    /** Townships and villages that would be added, in the order of their codes. */
    public List<Found> fresh() {
        return jdbc.sql("""
                        select m.unit_id as id, m.code, m.name, '' as listed
                        from matched m
                        left join matched pm on pm.code = m.parent_code
                        left join division p on p.id = pm.unit_id
                        where m.level in ('TOWNSHIP', 'VILLAGE') and not m.known
                          and (p.id is null and not pm.known or p.id is not null and p.valid_to is null)
                        order by m.code""").query(FOUND).list();
    }

    /** Adds the level's units that are new; parents go first. */
    public long add(DivisionLevel level, LocalDate asOf) {
        return jdbc.sql(ADD).param("asOf", asOf).param("level", level.name()).update();
    }

    /** Takes over other names from a list that is no older than the one they come from. */
    public long rename(LocalDate asOf) {
        return jdbc.sql("""
                        update division d set name = m.name, listed_as_of = :asOf, version = d.version + 1
                        from matched m
                        where m.unit_id = d.id and m.known and not m.changed and m.differs
                          and (m.listed_as_of is null or m.listed_as_of <= :asOf)""").param("asOf", asOf).update();
    }

    /** Remembers the newer list for units that it names unchanged. */
    public void markListed(LocalDate asOf) {
        jdbc.sql("""
                        update division d set listed_as_of = :asOf from matched m
                        where m.unit_id = d.id and m.known and not m.changed and not m.differs
                          and m.listed_as_of < :asOf""").param("asOf", asOf).update();
    }

    /** Listed units of which somebody here says otherwise, units below closed ones included. */
    public long keptLocal() {
        return jdbc.sql("""
                        select count(*) from matched m where m.known and m.changed and m.differs
                            or not m.known and not exists (select from division d where d.id = m.unit_id)""").query(Long.class).single();
    }

    /** The code of the one county of a scope. */
    public Optional<String> countyCode(String counties) {
        return jdbc.sql("select code from division where level = 'COUNTY' and id = any (cast(:counties as uuid[]))")
                .param("counties", counties)
                .query(String.class)
                .optional();
    }

    /** Townships and villages of the list that were here under that name. */
    public long unchanged(String county) {
        return jdbc.sql("""
                        select count(*) from matched m
                        where m.known and not m.differs and m.level in ('TOWNSHIP', 'VILLAGE') and :county <> ''""").param("county", county).query(Long.class).single();
    }

    /** Units in being that the list calls otherwise, in the order of their codes. */
    public List<Found> differing(String county) {
        return jdbc.sql("""
                        select d.id, d.code, d.name, m.name as listed from matched m join division d on d.id = m.unit_id
                        where m.known and m.differs and d.valid_to is null
                          and (m.level in ('TOWNSHIP', 'VILLAGE') or d.code = :county) order by d.code""").param("county", county).query(FOUND).list();
    }

    /** Units of the county in being that the list lacks, in the order of their codes. */
    public List<Found> missing(String counties) {
        return jdbc.sql("""
                        select d.id, d.code, d.name, '' as listed from division d
                        where d.county_id = any (cast(:counties as uuid[])) and d.level in ('TOWNSHIP', 'VILLAGE')
                          and d.valid_to is null and not exists (select from matched m where m.unit_id = d.id)
                        order by d.code""").param("counties", counties).query(FOUND).list();
    }

    /** Units of the list, each once. */
    public long listed() {
        return jdbc.sql("select count(*) from matched").query(Long.class).single();
    }

    /**
     * A unit of the county on which here and the list do not agree.
     *
     * @param name its name here
     * @param listed its name on the list; empty when it is not there
     */
    public record Found(UUID id, String code, String name, String listed) {}

    /**
     * A code given twice.
     *
     * @param level the level, which names the file
     * @param code the code
     * @param firstLine where it stands first
     * @param secondLine where it stands last
     */
    public record Twice(DivisionLevel level, String code, int firstLine, int secondLine) {}

    /**
     * A unit without parent.
     *
     * @param level the level, which names the file
     * @param line where it stands
     * @param code its code
     * @param parentCode the code that is nowhere
     */
    public record Orphan(DivisionLevel level, int line, String code, String parentCode) {}

    /** Takes rows in by COPY, one after the other. */
    public static final class Intake implements AutoCloseable {

        private final Writer out;

        private Intake(Connection connection) {
            try {
                PGConnection postgres = connection.unwrap(PGConnection.class);
                this.out =
                        new OutputStreamWriter(new PGCopyOutputStream(postgres, COPY, 65536), StandardCharsets.UTF_8);
            } catch (SQLException e) {
                throw new IllegalStateException("COPY refused", e);
            }
        }

        /** One row of the list. */
        public void add(DivisionLevel level, int line, String code, String name, @Nullable String parentCode) {
            try {
                out.append(Ids.next().toString())
                        .append('\t')
                        .append(level.name())
                        .append('\t');
                out.append(Integer.toString(line)).append('\t').append(code).append('\t');
                out.append(name.indexOf('\\') < 0 ? name : name.replace("\\", "\\\\"))
                        .append('\t');
                out.append(parentCode == null ? "" : parentCode).append('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
