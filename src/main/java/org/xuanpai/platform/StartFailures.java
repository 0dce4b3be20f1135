package org.xuanpai.platform;

import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in one line on standard error why the application did not start, where the cause is known; a command always gets one
 * line. Everything else is left to Spring Boot's own report.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailures implements SpringBootExceptionReporter {

    private final @Nullable ConfigurableApplicationContext context;

    StartFailures(@Nullable ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> known = known(failure);
        if (known.isPresent() || isCommand()) {
            print(known.orElseGet(() -> describe(failure)));
            return true;
        }
        return false;
    }

    private boolean isCommand() {
        return context != null && context.getEnvironment().containsProperty(Launcher.COMMAND);
    }

    /** One line about a failure of whatever kind. */
    static String describe(Throwable failure) {
        return known(failure).orElseGet(() -> {
            Throwable root = failure;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : ": " + root.getMessage());
        });
    }

    static void print(String message) {
        System.err.println(message.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    private static Optional<String> known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return Optional.of(String.valueOf(refused.getMessage()));
            }
            if (cause instanceof PortInUseException port) {
                return Optional.of(
                        "port " + port.getPort() + " is already in use: choose another one with --server.port=PORT");
            }
            if (cause instanceof FlywayValidateException mismatch) {
                return Optional.of("the database was made by another version of the program: " + mismatch.getMessage());
            }
            if (cause instanceof SQLException sql && isConnectionFailure(sql)) {
                return Optional.of("the database cannot be reached: " + sql.getMessage());
            }
        }
        return Optional.empty();
    }

    /** SQL state classes: connection, authorization, no such database. */
    private static boolean isConnectionFailure(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("28") || state.startsWith("3D"));
    }
}
