package org.xuanpai.account.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time links in the database: issued as a row, looked at and used through narrow functions. */
@Component
class OneTimeLinks {

    private static final Duration VALID = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new link's token; the person who gets it can choose a password within a day. */
    String issue(UUID account, @Nullable UUID issuer) {
        String token = Secrets.token();
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into one_time_link (token_hash, account_id, issued_by, issued_at, expires_at)
                        values (:hash, :account, :issuer, :now, :expires)
                        """)
                .param("hash", Secrets.digest(token))
                .param("account", account)
                .param("issuer", issuer)
                .param("now", at(now))
                .param("expires", at(now.plus(VALID)))
                .update();
        return token;
    }

    Optional<LinkOwner> owner(String token) {
        return jdbc.sql("select * from link_owner(:hash, :now)")
                .param("hash", Secrets.digest(token))
                .param("now", at(clock.instant()))
                .query((row, n) -> new LinkOwner(
                        row.getObject("account_id", UUID.class),
                        row.getString("username"),
                        row.getString("display_name")))
                .optional();
    }

    /** Sets the password and burns the link; empty when it could not be used any more. */
    Optional<UUID> use(String token, String passwordHash) {
        return jdbc.sql("select use_link(:hash, :password, :now) as account_id")
                .param("hash", Secrets.digest(token))
                .param("password", passwordHash)
                .param("now", at(clock.instant()))
                .query((row, n) -> Optional.ofNullable(row.getObject("account_id", UUID.class)))
                .single();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Whose link it is. */
    record LinkOwner(UUID accountId, String username, String displayName) {}
}
