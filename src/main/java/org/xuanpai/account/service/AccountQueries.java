package org.xuanpai.account.service;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.MayGrantDuties;
import org.xuanpai.account.MayManageAccounts;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Role;

/** Lists of accounts and duties for their administrators. */
@Service
@Transactional(readOnly = true)
public class AccountQueries {

    /** Rows on a page. */
    public static final int PAGE = 50;

    private static final String ACCOUNTS = """
            select a.id, a.username, a.display_name, a.disabled_at, a.created_at,
                   (select count(*) from duty d
                    where d.account_id = a.id and d.valid_from <= :now and (d.valid_to is null or d.valid_to > :now)) as duties
            from account a
            where :text = '' or strpos(a.username, :text) > 0 or strpos(a.display_name, :text) > 0
            order by a.username
            """;

    private static final String DUTIES = """
            select d.id, d.account_id, a.username, a.display_name, d.role, d.unit_name, d.valid_from, d.valid_to, d.granted_by_name, d.ended_by_name
            from duty d join account a on a.id = d.account_id
            where :text = '' or strpos(a.username, :text) > 0 or strpos(a.display_name, :text) > 0 or strpos(d.unit_name, :text) > 0
            order by a.username, d.valid_from, d.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A page of accounts by user name, one row more than a page when there is a next one.
     *
     * @param text part of a user name or a name; empty for all
     * @param page from 0
     */
    @MayManageAccounts
    public List<AccountRow> accounts(CurrentUser user, String text, int page) {
        return jdbc.sql(ACCOUNTS + "limit :limit offset :offset")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("text", text)
                .param("limit", PAGE + 1)
                .param("offset", (long) page * PAGE)
                .query((row, n) -> new AccountRow(
                        row.getObject("id", UUID.class),
                        row.getString("username"),
                        row.getString("display_name"),
                        instant(row.getObject("disabled_at", OffsetDateTime.class)),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getInt("duties")))
                .list();
    }

    /**
     * A page of duties by user name, one row more than a page when there is a next one.
     *
     * @param text part of a user name, a name or a unit; empty for all
     * @param page from 0
     */
    @MayGrantDuties
    public List<DutyRow> duties(CurrentUser user, String text, int page) {
        Instant now = clock.instant();
        return jdbc.sql(DUTIES + "limit :limit offset :offset")
                .param("text", text)
                .param("limit", PAGE + 1)
                .param("offset", (long) page * PAGE)
                .query((row, n) -> new DutyRow(
                        row.getObject("id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getString("username"),
                        row.getString("display_name"),
                        Role.valueOf(row.getString("role")),
                        row.getString("unit_name"),
                        row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("valid_to", OffsetDateTime.class)),
                        row.getString("granted_by_name"),
                        now))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** An account in the list. */
    public record AccountRow(
            UUID id,
            String username,
            String displayName,
            @Nullable Instant disabledAt,
            Instant createdAt,
            int duties) {}

    /** A duty in the list. */
    public record DutyRow(
            UUID id,
            UUID accountId,
            String username,
            String displayName,
            Role role,
            String unitName,
            Instant validFrom,
            @Nullable Instant validTo,
            String grantedBy,
            Instant now) {

        public boolean isOver() {
            return validTo != null && !validTo.isAfter(now);
        }
    }
}
