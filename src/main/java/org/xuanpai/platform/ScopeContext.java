package org.xuanpai.platform;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.CurrentUser;

/**
 * Who acts in this thread, for row-level security and the trail. Requests, command line, jobs and the demo all come in
 * through {@link #call}, which always clears up behind itself. Services take the user as an argument; only the transaction
 * listener, the permission check and the trail read it from here.
 */
public final class ScopeContext {

    private static final ThreadLocal<@Nullable CurrentUser> CURRENT = new ThreadLocal<>();

    private ScopeContext() {}

    /** Does the work as the user and restores whoever acted before. */
    public static <T extends @Nullable Object> T call(CurrentUser user, Supplier<T> work) {
        CurrentUser before = CURRENT.get();
        CURRENT.set(user);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    /** {@link #call} for work without a result. */
    public static void run(CurrentUser user, Runnable work) {
        call(user, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** Who acts now; empty before log-in and outside {@link #call}. */
    public static Optional<CurrentUser> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    private static void restore(@Nullable CurrentUser before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }
}
