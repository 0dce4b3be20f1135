package org.xuanpai.account.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.MayGrantDuties;
import org.xuanpai.platform.Pager;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Role;

/** The list of duties, ended ones included, for the security administrator. */
@Service
@Transactional(readOnly = true)
public class DutyQueries {

    private static final String COUNT = "select count(*) ";

    private static final String SELECT = """
            select d.id, d.account_id, a.username, a.display_name, d.role, d.unit_name, d.figures, d.valid_from, d.valid_to,
                   d.granted_by_name, d.ended_by_name
            """;

    private static final String FOUND = """
            from duty d join account a on a.id = d.account_id
            where :text = '' or strpos(a.username, lower(:text)) > 0 or strpos(a.display_name, :text) > 0
               or strpos(d.unit_name, :text) > 0
            """;

    private static final String IN_ORDER = "order by a.username, d.valid_from, d.id ";

    private final JdbcClient jdbc;
    private final Clock clock;

    DutyQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A page of duties by user name.
     *
     * @param text part of a user name, a name or a unit; empty for all
     * @param page its number as asked for
     */
    @MayGrantDuties
    public ListPage<DutyRow> duties(CurrentUser user, String text, @Nullable String page) {
        long total =
                jdbc.sql(COUNT + FOUND).param("text", text).query(Long.class).single();
        Pager pager = Pager.of(page, ListPage.SIZE, total);
        Instant now = clock.instant();
        return new ListPage<>(
                jdbc.sql(SELECT + FOUND + IN_ORDER + "limit :limit offset :offset")
                        .param("text", text)
                        .param("limit", pager.size())
                        .param("offset", pager.offset())
                        .query((row, n) -> row(row, now))
                        .list(),
                pager);
    }

    /** All pages, for a file. */
    void forEach(String text, Consumer<DutyRow> taker) {
        Instant now = clock.instant();
        jdbc.sql(SELECT + FOUND + IN_ORDER)
                .param("text", text)
                .withFetchSize(1_000)
                .query(row -> {
                    taker.accept(row(row, now));
                });
    }

    private static DutyRow row(ResultSet row, Instant now) throws SQLException {
        OffsetDateTime to = row.getObject("valid_to", OffsetDateTime.class);
        return new DutyRow(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("username"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                row.getString("unit_name"),
                row.getString("figures"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                to == null ? null : to.toInstant(),
                row.getString("granted_by_name"),
                row.getString("ended_by_name"),
                to != null && !to.toInstant().isAfter(now));
    }
}
