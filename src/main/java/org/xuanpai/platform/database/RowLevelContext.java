package org.xuanpai.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.shared.CurrentUser;

/**
 * Says at the beginning of every transaction for whom it acts. The settings belong to the transaction and are gone after
 * it; nobody acting means empty settings, and empty settings mean no rows.
 */
final class RowLevelContext implements TransactionExecutionListener {

    private static final String SET = """
            select set_config('app.role', ?, true), set_config('app.account', ?, true),
                   set_config('app.counties', ?, true), set_config('app.townships', ?, true),
                   set_config('app.villages', ?, true), set_config('app.bureaus', ?, true),
                   set_config('app.figures', ?, true)""";

    private final DataSource dataSource;

    RowLevelContext(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable beginFailure) {
        if (beginFailure != null) {
            return;
        }
        // the transaction's own connection, bound to this thread
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            String[] values = values(ScopeContext.current());
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

    private static String[] values(Optional<CurrentUser> current) {
        return current.map(user -> new String[] {
                    user.role().name(),
                    user.accountId().toString(),
                    user.scope().countyArray(),
                    user.scope().townshipArray(),
                    user.scope().villageArray(),
                    user.scope().bureauArray(),
                    figures(user)
                })
                .orElse(new String[] {"", "", "", "", "", "", ""});
    }

    private static String figures(CurrentUser user) {
        return user.figures() == null ? "" : user.figures().name();
    }
}
