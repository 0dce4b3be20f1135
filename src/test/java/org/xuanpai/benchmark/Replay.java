package org.xuanpai.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.shared.CurrentUser;

/** The queries of a page once more, without the page: the bare SQL that it is compared with. */
final class Replay {

    private static final String CONTEXT = """
            select set_config('app.role', ?, true), set_config('app.account', ?, true),
                   set_config('app.counties', ?, true), set_config('app.townships', ?, true),
                   set_config('app.villages', ?, true)""";

    private final DataSource dataSource;
    private final CurrentUser reader;
    private final List<QueryInfo> queries;

    /** @param sent what the page sent; what writes and what looks up the session is left out */
    Replay(DataSource dataSource, CurrentUser reader, List<QueryInfo> sent) {
        this.dataSource = dataSource;
        this.reader = reader;
        this.queries = sent.stream().filter(query -> isRead(query.getQuery())).toList();
    }

    private static boolean isRead(String sql) {
        String start = sql.strip().toLowerCase(Locale.ROOT);
        return (start.startsWith("select") || start.startsWith("with")) && !start.contains("spring_session");
    }

    int size() {
        return queries.size();
    }

    /** Runs them in one transaction, under the reader's row-level context, and reads every row. */
    void run() {
        ScopeContext.run(reader, () -> {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                enterContext(connection);
                for (QueryInfo query : queries) {
                    for (List<ParameterSetOperation> parameters : query.getParametersList()) {
                        read(connection, query.getQuery(), parameters);
                    }
                }
                connection.rollback();
            } catch (SQLException | ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void enterContext(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CONTEXT)) {
            statement.setString(1, reader.role().name());
            statement.setString(2, reader.accountId().toString());
            statement.setString(3, reader.scope().countyArray());
            statement.setString(4, reader.scope().townshipArray());
            statement.setString(5, reader.scope().villageArray());
            statement.execute();
        }
    }

    private static void read(Connection connection, String sql, List<ParameterSetOperation> parameters)
            throws SQLException, IllegalAccessException, InvocationTargetException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (ParameterSetOperation parameter : parameters) {
                parameter.getMethod().invoke(statement, parameter.getArgs());
            }
            try (ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        rows.getObject(column);
                    }
                }
            }
        }
    }
}
