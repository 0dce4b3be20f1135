package org.xuanpai.audit.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
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
            where seq < :before
              and (not :refusedOnly or outcome = 'REFUSED')
              and (:text = '' or strpos(actor_name, :text) > 0 or strpos(unit_name, :text) > 0 or strpos(subject, :text) > 0
                   or strpos(details, :text) > 0 or action = any (cast(:actions as text[])))
            order by seq desc
            """;

    private final JdbcClient jdbc;

    TrailQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of the trail, one entry more than a page when there are older ones.
     *
     * @param before number that the page's entries lie below; {@link Long#MAX_VALUE} for the newest
     */
    @MayReadTrail
    public List<TrailEntry> page(CurrentUser user, TrailFilter filter, long before) {
        return select(SELECT + "limit :page", filter, before)
                .param("page", PAGE + 1)
                .query((row, n) -> entry(row))
                .list();
    }

    /** All pages, for a file. */
    void forEach(TrailFilter filter, Consumer<TrailEntry> taker) {
        select(SELECT, filter, Long.MAX_VALUE).withFetchSize(1_000).query(row -> {
            taker.accept(entry(row));
        });
    }

    private JdbcClient.StatementSpec select(String sql, TrailFilter filter, long before) {
        return jdbc.sql(sql)
                .param("before", before)
                .param("refusedOnly", filter.refusedOnly())
                .param("text", filter.text())
                .param("actions", filter.actionArray());
    }

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
