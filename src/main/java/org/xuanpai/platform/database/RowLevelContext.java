package org.xuanpai.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.shared.CurrentUser;

/**
 * Says at the beginning of every transaction for whom it acts, and when that is by the application's clock. The settings belong to
 * the transaction and are gone after it; nobody acting means empty settings, and empty settings mean no rows.
 */
final class RowLevelContext implements TransactionExecutionListener {

    private static final String SET = """
            select set_config('app.role', ?, true), set_config('app.account', ?, true),
                   set_config('app.counties', ?, true), set_config('app.townships', ?, true),
                   set_config('app.villages', ?, true), set_config('app.bureaus', ?, true),
                   set_config('app.figures', ?, true), set_config('app.now', ?, true)""";

    private static final String NOBODY = "";

    private final DataSource dataSource;
    private final Supplier<Clock> clock;

    /** @param clock the application's, which is not there yet when the first transaction manager is made */
    RowLevelContext(DataSource dataSource, Supplier<Clock> clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable beginFailure) {
        if (beginFailure != null) {
            return;
        }
        // the transaction's own connection, bound to this thread
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            String[] values = values(ScopeContext.current(), now());
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new CannotCreateTransactionException("The row-level context could not be set", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static String[] values(Optional<CurrentUser> current, String now) {
        return current.map(user -> new String[] {
                    user.role().name(),
                    user.accountId().toString(),
                    user.scope().countyArray(),
                    user.scope().townshipArray(),
                    user.scope().villageArray(),
                    user.scope().bureauArray(),
                    figures(user),
                    now
                })
                .orElse(new String[] {NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, now});
    }

    /** The county's time, as exactly as the database keeps it. */
    private String now() {
        return OffsetDateTime.now(clock.get()).truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static String figures(CurrentUser user) {
        return user.figures() == null ? "" : user.figures().name();
    }
}
