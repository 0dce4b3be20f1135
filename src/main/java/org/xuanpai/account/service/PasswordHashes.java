package org.xuanpai.account.service;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id. At most two hashes are computed at once, since each takes memory and a core; others wait for up to three seconds
 * (controls A2).
 */
@Component
class PasswordHashes {

    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 3;

    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final String nobody = encoder.encode("nobody");

    String hash(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    boolean matches(String password, String hash) {
        return inTurn(() -> encoder.matches(password, hash));
    }

    /** Takes as long as {@link #matches}, for user names that do not exist. */
    void pretend(String password) {
        matches(password, nobody);
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        if (!takePlace()) {
            throw new AuthenticationServiceException("too many log-ins at once");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean takePlace() {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
