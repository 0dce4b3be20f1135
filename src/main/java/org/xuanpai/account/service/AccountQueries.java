package org.xuanpai.account.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.MayManageAccounts;
import org.xuanpai.platform.Pager;
import org.xuanpai.shared.CurrentUser;

/** The list of accounts for the system administrator. */
@Service
@Transactional(readOnly = true)
public class AccountQueries {

    private static final String COUNT = "select count(*) from account a ";

    private static final String SELECT = """
            select a.id, a.username, a.display_name, a.disabled_at, a.created_at, has_password(a.id) as has_password,
                   (select count(*) from duty d
                    where d.account_id = a.id and d.valid_from <= :now and (d.valid_to is null or d.valid_to > :now)) as duties
            from account a
            """;

    private static final String FOUND = """
            where :text = '' or strpos(a.username, lower(:text)) > 0 or strpos(a.display_name, :text) > 0
            """;

    private static final String IN_ORDER = "order by a.username ";

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A page of accounts by user name.
     *
     * @param text part of a user name or a name; empty for all
     * @param page its number as asked for
     */
    @MayManageAccounts
    public ListPage<AccountRow> accounts(CurrentUser user, String text, @Nullable String page) {
        long total =
                jdbc.sql(COUNT + FOUND).param("text", text).query(Long.class).single();
        Pager pager = Pager.of(page, ListPage.SIZE, total);
        return new ListPage<>(
                select(SELECT + FOUND + IN_ORDER + "limit :limit offset :offset", text)
                        .param("limit", pager.size())
                        .param("offset", pager.offset())
                        .query((row, n) -> row(row))
                        .list(),
                pager);
    }

    /** All pages, for a file. */
    void forEach(String text, Consumer<AccountRow> taker) {
        select(SELECT + FOUND + IN_ORDER, text).withFetchSize(1_000).query(row -> {
            taker.accept(row(row));
        });
    }

    private JdbcClient.StatementSpec select(String sql, String text) {
        return jdbc.sql(sql)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("text", text);
    }

    private static AccountRow row(ResultSet row) throws SQLException {
        OffsetDateTime disabledAt = row.getObject("disabled_at", OffsetDateTime.class);
        return new AccountRow(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("display_name"),
                disabledAt == null ? null : disabledAt.toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("has_password"),
                row.getInt("duties"));
    }
}
