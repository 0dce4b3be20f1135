package org.xuanpai.account.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.MayHandleResets;
import org.xuanpai.platform.Pager;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Role;

/** The list of resets, for all three administrators: each sees what the others do with passwords. */
@Service
@Transactional(readOnly = true)
public class PasswordResetQueries {

    private static final String SELECT = """
            select id, account_id, username, display_name, of_administrator, proposed_by, proposed_by_name, proposed_role,
                   proposed_at, expires_at, confirmed_by_name, confirmed_at, refused_by_name, refused_at,
                   case when used_at is not null then 'USED'
                        when refused_at is not null then 'REFUSED'
                        when expires_at <= :now then 'EXPIRED'
                        when confirmed_at is not null then 'CONFIRMED'
                        else 'PROPOSED' end as state
            from password_reset
            order by refused_at is null and used_at is null and expires_at > :now desc, proposed_at desc, id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PasswordResetQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A page of resets, open ones first, then the newest.
     *
     * @param page its number as asked for
     */
    @MayHandleResets
    public ListPage<PasswordResetRow> resets(CurrentUser user, @Nullable String page) {
        long total = jdbc.sql("select count(*) from password_reset")
                .query(Long.class)
                .single();
        Pager pager = Pager.of(page, ListPage.SIZE, total);
        return new ListPage<>(
                jdbc.sql(SELECT + "limit :limit offset :offset")
                        .param("now", now())
                        .param("limit", pager.size())
                        .param("offset", pager.offset())
                        .query((row, n) -> row(row))
                        .list(),
                pager);
    }

    /** All pages, for a file. */
    void forEach(Consumer<PasswordResetRow> taker) {
        jdbc.sql(SELECT).param("now", now()).withFetchSize(1_000).query(row -> {
            taker.accept(row(row));
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static PasswordResetRow row(ResultSet row) throws SQLException {
        return new PasswordResetRow(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("username"),
                row.getString("display_name"),
                row.getBoolean("of_administrator"),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_by_name"),
                Role.valueOf(row.getString("proposed_role")),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("confirmed_by_name"),
                instant(row, "confirmed_at"),
                row.getString("refused_by_name"),
                instant(row, "refused_at"),
                PasswordResetRow.State.valueOf(row.getString("state")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
