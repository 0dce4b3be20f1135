package org.xuanpai.audit.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
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

    private final JdbcClient jdbc;

    TrailQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of the trail.
     *
     * @param before number that the page's entries lie below; {@link Long#MAX_VALUE} for the newest
     * @param text part of an actor's name, action or subject; empty for all
     */
    @MayReadTrail
    public List<TrailEntry> page(CurrentUser user, long before, String text) {
        return jdbc.sql("""
                        select * from trail_entry
                        where seq < :before
                          and (:text = '' or strpos(actor_name, :text) > 0 or strpos(action, :text) > 0 or strpos(subject, :text) > 0)
                        order by seq desc limit :page
                        """)
                .param("before", before)
                .param("text", text)
                .param("page", PAGE)
                .query((row, n) -> entry(row))
                .list();
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
