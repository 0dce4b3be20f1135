package org.xuanpai.platform.database;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.shared.CurrentUser;

/**
 * Statements of the application's role under somebody's row-level context, past every service, and each of them taken back. In
 * between the schema itself can be changed, and that is taken back as well: so a test sees what a policy would let through if it
 * were not there.
 */
public final class Attempts implements AutoCloseable {

    private final SingleConnectionDataSource source;
    private final JdbcTemplate superuser;
    private final NamedParameterJdbcTemplate statements;
    private final RowLevelContext context;
    private int depth;

    public Attempts(Database database, Clock clock) {
        Database.Login login = database.superuserLogin();
        this.source = new SingleConnectionDataSource(database.url(), login.user(), login.password(), true);
        this.source.setAutoCommit(false);
        this.superuser = new JdbcTemplate(source);
        this.statements = new NamedParameterJdbcTemplate(superuser);
        this.context = new RowLevelContext(source, () -> clock);
    }

    /** Puts a row there for all that is tried. */
    public void arranged(String sql, SqlParameterSource parameters) {
        statements.update(sql, parameters);
    }

    /** As {@link #arranged}, and it is not this transaction that made the row: a savepoint has an id of its own. */
    public void arrangedBefore(String sql, SqlParameterSource parameters) {
        superuser.execute("savepoint arranged");
        statements.update(sql, parameters);
        superuser.execute("release arranged");
    }

    /** What comes of a statement; with {@code null} nobody acts. */
    public Outcome as(@Nullable CurrentUser user, String sql, SqlParameterSource parameters) {
        return takenBack("set local role " + Passwords.APPLICATION, () -> {
            if (user == null) {
                context.afterBegin(new SimpleTransactionStatus(), null);
            } else {
                ScopeContext.run(user, () -> context.afterBegin(new SimpleTransactionStatus(), null));
            }
            return outcome(sql, parameters);
        });
    }

    /** What comes of a statement of the owner, who is kept from nothing but by constraints and triggers. */
    public Outcome asOwner(String sql, SqlParameterSource parameters) {
        return takenBack("set local role " + Passwords.OWNER, () -> outcome(sql, parameters));
    }

    private Outcome outcome(String sql, SqlParameterSource parameters) {
        try {
            return new Outcome(statements.update(sql, parameters), "");
        } catch (DataAccessException refused) {
            return new Outcome(
                    0,
                    String.valueOf(
                            NestedExceptionUtils.getMostSpecificCause(refused).getMessage()));
        }
    }

    /** Does the work while a statement of the schema is in effect. */
    public <T> T changed(String ddl, Work<T> work) {
        return takenBack(ddl, work);
    }

    /** Reads what is asked of the catalogue. */
    public List<String[]> read(String sql, int columns) {
        return superuser.query(sql, (row, n) -> {
            String[] values = new String[columns];
            for (int i = 0; i < columns; i++) {
                values[i] = Objects.requireNonNullElse(row.getString(i + 1), "");
            }
            return values;
        });
    }

    private <T> T takenBack(String first, Work<T> work) {
        String name = "before_" + depth++;
        try {
            superuser.execute("savepoint " + name + "; " + first);
            return work.done();
        } finally {
            superuser.execute("rollback to " + name + "; release " + name);
            depth--;
        }
    }

    @Override
    public void close() {
        try {
            source.getConnection().rollback();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        } finally {
            source.destroy();
        }
    }

    /** Something that gives back a value. */
    public interface Work<T> {
        T done();
    }

    /**
     * What came of a statement.
     *
     * @param error what PostgreSQL said; empty when it did it
     */
    public record Outcome(int rows, String error) {

        /** Whether row-level security kept every row from it. */
        public boolean isRefused() {
            return error.isEmpty() ? rows == 0 : error.contains("row-level security");
        }

        /** Whether it was done. */
        public boolean isDone() {
            return error.isEmpty() && rows > 0;
        }

        @Override
        public String toString() {
            return error.isEmpty() ? rows + " rows" : error;
        }
    }
}
