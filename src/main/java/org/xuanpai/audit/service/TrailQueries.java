package org.xuanpai.audit.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.MayReadTrail;
import org.xuanpai.shared.CurrentUser;

/** The trail for its readers, newest first, by keyset so that the last page costs what the first does. */
@Service
@Transactional(readOnly = true)
public class TrailQueries {

    /** Entries on a page. */
    public static final int PAGE = 50;

    private static final String SELECT = """
            select * from trail_entry
            where seq < :before and seq >= :from
              and (:outcome = '' or outcome = :outcome)
              and (:text = '' or strpos(actor_name, :text) > 0 or strpos(unit_name, :text) > 0 or strpos(subject, :text) > 0
                   or strpos(details, :text) > 0 or action = any (cast(:actions as text[]))
                   or action = 'refused' and subject = any (cast(:actions as text[])))
            order by seq desc
            """;

    /** No index finds a text, so a page looks through so many entries and says how far it came; the next one goes on there. */
    private static final int LOOKED_THROUGH = 50_000;

    private final JdbcClient jdbc;
    private final int lookedThrough;

    @Autowired
    TrailQueries(JdbcClient jdbc) {
        this(jdbc, LOOKED_THROUGH);
    }

    TrailQueries(JdbcClient jdbc, int lookedThrough) {
        this.jdbc = jdbc;
        this.lookedThrough = lookedThrough;
    }

    /**
     * A page of the trail, one entry more than a page when there are older ones among those looked through.
     *
     * @param before number that the page's entries lie below; {@link Long#MAX_VALUE} for the newest
     */
    @MayReadTrail
    public Found page(CurrentUser user, TrailFilter filter, long before) {
        long from = filter.isSearch() ? Math.max(1, Math.min(before, newest() + 1) - lookedThrough) : 1;
        List<TrailEntry> entries = select(SELECT + "limit :page", filter, before, from)
                .param("page", PAGE + 1)
                .query((row, n) -> entry(row))
                .list();
        return new Found(entries, from);
    }

    private long newest() {
        return jdbc.sql("select coalesce(max(seq), 0) from trail_entry")
                .query(Long.class)
                .single();
    }

    /** All pages, for a file. */
    void forEach(TrailFilter filter, Consumer<TrailEntry> taker) {
        select(SELECT, filter, Long.MAX_VALUE, 1).withFetchSize(1_000).query(row -> {
            taker.accept(entry(row));
        });
    }

    private JdbcClient.StatementSpec select(String sql, TrailFilter filter, long before, long from) {
        return jdbc.sql(sql)
                .param("before", before)
                .param("from", from)
                .param("outcome", filter.outcome())
                .param("text", filter.text())
                .param("actions", filter.actionArray());
    }

    /**
     * What a page found.
     *
     * @param entries newest first
     * @param from number of the oldest entry looked through; 1 when none is older
     */
    public record Found(List<TrailEntry> entries, long from) {}

    static TrailEntry entry(ResultSet row) throws SQLException {
        return new TrailEntry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_name"),
                row.getString("role"),
                row.getString("unit_name"),
                row.getString("action"),
                row.getString("outcome"),
                row.getString("subject"),
                row.getString("subject_id"),
                row.getString("details"));
    }
}
