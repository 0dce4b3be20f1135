package org.xuanpai.account.service;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.xuanpai.account.TooManyAtOnce;

/**
 * Makes and compares hashes. At most two are computed at once, since each takes memory and a core; others wait for up to
 * three seconds (controls A2). What one costs is said in {@link PasswordCost}.
 */
@Component
class PasswordHashes {

    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 3;

    private final Argon2PasswordEncoder encoder;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final CompletableFuture<String> nobody;

    PasswordHashes(Argon2PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobody = CompletableFuture.supplyAsync(() -> encoder.encode("nobody")); // the start does not wait for it
    }

    /** @throws TooManyAtOnce when no place came free in time */
    String hash(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    /** Whether a hash was made at a lower cost than today's. It still fits its password. */
    boolean isCheap(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /**
     * Compares; takes as long when there is nothing to compare with.
     *
     * @param hash asked for once it is this password's turn; empty for an unknown user and for a try that is not granted
     * @throws TooManyAtOnce when no place came free in time
     */
    boolean matches(String password, Supplier<Optional<String>> hash) {
        return inTurn(() -> {
            Optional<String> known = hash.get();
            return encoder.matches(password, known.orElseGet(nobody::join)) && known.isPresent();
        });
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!takePlace()) {
            throw new TooManyAtOnce();
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
