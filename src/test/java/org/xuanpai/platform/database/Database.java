package org.xuanpai.platform.database;

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

    /** Sees and changes every row: for arranging and for looking behind. */
    public JdbcTemplate owner() {
        return as(ownerLogin);
    }

    /** The application's role without a row-level context: what a leak would show. */
    public JdbcTemplate application() {
        return as(applicationLogin);
    }

    public JdbcTemplate as(Login login) {
        return new JdbcTemplate(new DriverManagerDataSource(url, login.user(), login.password()));
    }

    public record Login(String user, String password) {}
}
