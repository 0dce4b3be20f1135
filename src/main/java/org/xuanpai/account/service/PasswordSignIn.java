package org.xuanpai.account.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.xuanpai.account.TooManyAtOnce;
import org.xuanpai.platform.ActingAuthentication;
import org.xuanpai.platform.CurrentUsers;
import org.xuanpai.shared.PlainText;

/**
 * Log-in by user name and password. Unknown, wrong, locked and disabled give the same answer after the same work; only the
 * trail says which it was (controls A8). A try is counted before the password is looked at (controls A7).
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    static final int TRIES = 5;
    static final Duration LOCK = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final PasswordHashes hashes;
    private final CurrentUsers users;
    private final Clock clock;

    PasswordSignIn(JdbcClient jdbc, PasswordHashes hashes, CurrentUsers users, Clock clock) {
        this.jdbc = jdbc;
        this.hashes = hashes;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String password = PasswordRule.normalized(String.valueOf(attempt.getCredentials()));
        if (PasswordRule.isImpossible(password) || !PlainText.Check.isLine(username)) {
            throw new BadCredentialsException("malformed");
        }
        if (!fits(username, password)) {
            throw new BadCredentialsException(reason(username));
        }
        Stored stored = find(username).orElseThrow();
        if (stored.disabled()) {
            throw new BadCredentialsException("disabled");
        }
        jdbc.sql("select sign_in_succeeded(:account)")
                .param("account", stored.accountId())
                .query((row, n) -> 1)
                .list();
        return ActingAuthentication.of(
                users.find(stored.accountId(), null).orElseThrow(() -> new BadCredentialsException("no valid duty")));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** The try is asked for while a place for the hash is held: log-ins of one person at once do not lock each other out. */
    private boolean fits(String username, String password) {
        try {
            return hashes.matches(
                    password, () -> find(username).filter(this::isTryGranted).map(Stored::hash));
        } catch (TooManyAtOnce busy) {
            throw new AuthenticationServiceException("too many log-ins at once", busy);
        }
    }

    private String reason(String username) {
        return find(username)
                .map(stored -> stored.isLocked(clock.instant()) ? "locked" : "wrong password")
                .orElse("unknown user name");
    }

    private Optional<Stored> find(String username) {
        return jdbc.sql("select * from sign_in_lookup(:username)")
                .param("username", username)
                .query((row, n) -> stored(row))
                .optional();
    }

    private boolean isTryGranted(Stored stored) {
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

    private record Stored(
            UUID accountId, String hash, @Nullable Instant lockedUntil, boolean disabled) {

        boolean isLocked(Instant now) {
            return lockedUntil != null && lockedUntil.isAfter(now);
        }
    }
}
