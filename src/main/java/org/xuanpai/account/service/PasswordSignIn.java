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
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.xuanpai.platform.ActingAuthentication;
import org.xuanpai.platform.CurrentUsers;

/**
 * Log-in by user name and password. Unknown, wrong, locked and disabled give the same answer after the same work; only the
 * trail says which it was (controls A8). The number of failures is counted in one statement (controls A7).
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private static final int FAILURES_ALLOWED = 5;
    private static final Duration LOCK = Duration.ofMinutes(15);

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
        if (password.codePointCount(0, password.length()) > PasswordRule.LONGEST || username.indexOf('\0') >= 0) {
            throw new BadCredentialsException("malformed");
        }
        Optional<Stored> found = find(username);
        if (found.isEmpty()) {
            hashes.pretend(password);
            throw new BadCredentialsException("unknown user name");
        }
        Stored stored = found.get();
        if (!hashes.matches(password, stored.hash())) {
            countFailure(stored.accountId());
            throw new BadCredentialsException("wrong password");
        }
        if (stored.disabled() || stored.isLocked(clock.instant())) {
            throw new BadCredentialsException(stored.disabled() ? "disabled" : "locked");
        }
        CurrentUsers.Acting acting =
                users.find(stored.accountId(), null).orElseThrow(() -> new BadCredentialsException("no valid duty"));
        jdbc.sql("select sign_in_succeeded(:account)")
                .param("account", stored.accountId())
                .query((row, n) -> 1)
                .list();
        return ActingAuthentication.of(acting);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Optional<Stored> find(String username) {
        return jdbc.sql("select * from sign_in_lookup(:username)")
                .param("username", username)
                .query((row, n) -> stored(row))
                .optional();
    }

    private void countFailure(UUID account) {
        jdbc.sql("select sign_in_failed(:account, :limit, :until)")
                .param("account", account)
                .param("limit", FAILURES_ALLOWED)
                .param("until", clock.instant().plus(LOCK).atOffset(ZoneOffset.UTC))
                .query((row, n) -> 1)
                .list();
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
