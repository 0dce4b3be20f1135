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
import org.xuanpai.account.entity.PasswordReset;

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

    /** A new link's token; its owner can choose the first password with it within a day. */
    String issue(UUID account, @Nullable UUID issuer) {
        Instant now = clock.instant();
        return issue(account, issuer, null, now, now.plus(VALID));
    }

    /** The token of a reset's link: it works once the reset is confirmed, with the code, as long as the reset lives. */
    String issue(PasswordReset reset, UUID issuer, Instant now) {
        return issue(reset.accountId(), issuer, reset.id(), now, reset.expiresAt());
    }

    private String issue(UUID account, @Nullable UUID issuer, @Nullable UUID reset, Instant now, Instant expires) {
        String token = Secrets.token();
        jdbc.sql("""
                        insert into one_time_link (token_hash, account_id, issued_by, reset_id, issued_at, expires_at)
                        values (:hash, :account, :issuer, :reset, :now, :expires)
                        """)
                .param("hash", Secrets.digest(token))
                .param("account", account)
                .param("issuer", issuer)
                .param("reset", reset)
                .param("now", at(now))
                .param("expires", at(expires))
                .update();
        return token;
    }

    /**
     * Whose link it is.
     *
     * @param code as typed; empty when there is none
     */
    Optional<LinkOwner> owner(String token, String code) {
        return jdbc.sql("select * from link_owner(:hash, :code, :now)")
                .param("hash", Secrets.digest(token))
                .param("code", Secrets.digestOfCode(code))
                .param("now", at(clock.instant()))
                .query((row, n) -> new LinkOwner(
                        row.getObject("account_id", UUID.class),
                        row.getString("username"),
                        row.getString("display_name"),
                        row.getBoolean("needs_code"),
                        row.getBoolean("code_fits")))
                .optional();
    }

    /** Sets the password and burns the link; empty when it could not be used any more. */
    Optional<UUID> use(String token, String code, String passwordHash) {
        return jdbc.sql("select use_link(:hash, :code, :password, :now) as account_id")
                .param("hash", Secrets.digest(token))
                .param("code", Secrets.digestOfCode(code))
                .param("password", passwordHash)
                .param("now", at(clock.instant()))
                .query((row, n) -> Optional.ofNullable(row.getObject("account_id", UUID.class)))
                .single();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * Whose link it is.
     *
     * @param needsCode whether a code goes with it
     * @param codeFits whether it was the right one; also when none is needed
     */
    record LinkOwner(UUID accountId, String username, String displayName, boolean needsCode, boolean codeFits) {}
}
