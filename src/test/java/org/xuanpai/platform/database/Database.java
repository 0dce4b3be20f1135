package org.xuanpai.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database of a test's context, as seen without the application.
 *
 * @param url its address
 * @param ownerLogin the role that migrates
 * @param applicationLogin the role the application works under
 * @param superuserLogin the role that nobody works under
 */
public record Database(String url, Login ownerLogin, Login applicationLogin, Login superuserLogin) {

    private static final Map<Database, JdbcTemplate> OWNERS = new ConcurrentHashMap<>();
    private static final int OWNERS_AT_ONCE = 5;

    /** Sees and changes every row: for arranging and for looking behind. Its connections are kept, since every test asks. */
    public JdbcTemplate owner() {
        return OWNERS.computeIfAbsent(this, Database::pooled);
    }

    /** The application's role without a row-level context: what a leak would show. */
    public JdbcTemplate application() {
        return as(applicationLogin);
    }

    public JdbcTemplate as(Login login) {
        return new JdbcTemplate(new DriverManagerDataSource(url, login.user(), login.password()));
    }

    private static JdbcTemplate pooled(Database database) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("owner");
        pool.setJdbcUrl(database.url);
        pool.setUsername(database.ownerLogin.user);
        pool.setPassword(database.ownerLogin.password);
        pool.setMaximumPoolSize(OWNERS_AT_ONCE);
        pool.setMinimumIdle(0);
        return new JdbcTemplate(new HikariDataSource(pool));
    }

    public record Login(String user, String password) {}
}
