package org.xuanpai.account.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tries of a password, at log-in and wherever the present one is asked for again: counted before the password is looked at, and
 * the same five for both (controls A7). Used outside of a transaction, so that a try stays counted whatever follows.
 */
@Component
class PasswordTries {

    static final int TRIES = 5;
    static final Duration LOCK = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final PasswordHashes hashes;
    private final Clock clock;

    PasswordTries(JdbcClient jdbc, PasswordHashes hashes, Clock clock) {
        this.jdbc = jdbc;
        this.hashes = hashes;
        this.clock = clock;
    }

    /** Whether the password is the account's. */
    boolean fits(String username, String password) {
        return proved(username, password).isPresent();
    }

    /**
     * What is stored of the account whose password it is; the very hash that was compared. The try is asked for while a place for the hash is held: log-ins of one person at
     * once do not lock each other out.
     *
     * @throws org.xuanpai.account.TooManyAtOnce when no place came free in time
     */
    Optional<Stored> proved(String username, String password) {
        AtomicReference<Optional<Stored>> compared = new AtomicReference<>(Optional.empty());
        boolean fits = hashes.matches(password, () -> {
            compared.set(find(username).filter(this::isGranted));
            return compared.get().map(Stored::hash);
        });
        return fits ? compared.get() : Optional.empty();
    }

    /** Forgets earlier wrong tries. */
    void succeeded(UUID account) {
        jdbc.sql("select sign_in_succeeded(:account)")
                .param("account", account)
                .query((row, n) -> 1)
                .list();
    }

    /**
     * Replaces a hash of a lower cost, now that the password is known.
     *
     * @return what is stored then
     */
    Stored renewed(Stored stored, String password) {
        if (!hashes.isCheap(stored.hash())) {
            return stored;
        }
        String hash = hashes.hash(password);
        boolean replaced = jdbc.sql("select renew_password_hash(:account, :old, :new)")
                .param("account", stored.accountId())
                .param("old", stored.hash())
                .param("new", hash)
                .query(Boolean.class)
                .single();
        return replaced ? new Stored(stored.accountId(), hash, stored.lockedUntil(), stored.disabled()) : stored;
    }

    Optional<Stored> find(String username) {
        return jdbc.sql("select * from sign_in_lookup(:username)")
                .param("username", username)
                .query((row, n) -> stored(row))
                .optional();
    }

    boolean isLocked(Stored stored) {
        Instant until = stored.lockedUntil();
        return until != null && until.isAfter(clock.instant());
    }

    private boolean isGranted(Stored stored) {
        Instant now = clock.instant();
        return jdbc.sql("select sign_in_attempt(:account, :limit, :now, :until)")
                .param("account", stored.accountId())
                .param("limit", TRIES)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(LOCK).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("locked_until", OffsetDateTime.class);
        return new Stored(
                row.getObject("account_id", UUID.class),
                row.getString("password_hash"),
                until == null ? null : until.toInstant(),
                row.getBoolean("disabled"));
    }

    /** What is stored of an account's password. */
    record Stored(UUID accountId, String hash, @Nullable Instant lockedUntil, boolean disabled) {

        /** Without the hash: whatever is printed ends up in a log. */
        @Override
        public String toString() {
            return "Stored[" + accountId + "]";
        }
    }
}
