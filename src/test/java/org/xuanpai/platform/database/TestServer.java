package org.xuanpai.platform.database;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The one PostgreSQL server of a test run, with a database for each context: the one that the application brings, or with
 * {@code -Dtest.database=testcontainers} one in a container.
 */
public final class TestServer {

    private static final boolean CONTAINER = "testcontainers".equals(System.getProperty("test.database"));

    private static final AtomicInteger NUMBER = new AtomicInteger();

    static {
        JdbcTemplate superuser = superuser();
        List<String> old = superuser.query(
                "select datname from pg_database where datname like 'test\\_%'",
                (row, number) -> row.getString("datname"));
        old.forEach(name -> superuser.execute("drop database " + name + " with (force)"));
    }

    private TestServer() {}

    /** A new, empty database with the rights {@code create-roles.sql} gives. */
    public static Database create() {
        String name = "test_" + NUMBER.incrementAndGet();
        JdbcTemplate superuser = superuser();
        superuser.execute("create database " + name + " owner " + Passwords.OWNER);
        superuser.execute("revoke all on database " + name + " from public");
        superuser.execute("grant connect, temporary on database " + name + " to " + Passwords.APPLICATION);
        Passwords passwords = passwords();
        return new Database(
                url(name),
                new Database.Login(Passwords.OWNER, passwords.owner()),
                new Database.Login(Passwords.APPLICATION, passwords.application()),
                new Database.Login(Passwords.SUPERUSER, passwords.superuser()));
    }

    private static JdbcTemplate superuser() {
        return new JdbcTemplate(new DriverManagerDataSource(
                url("postgres"), Passwords.SUPERUSER, passwords().superuser()));
    }

    private static String url(String database) {
        return CONTAINER ? ContainerTestServer.url(database) : EmbeddedTestServer.DATABASE.url(database);
    }

    private static Passwords passwords() {
        return CONTAINER ? ContainerTestServer.PASSWORDS : EmbeddedTestServer.DATABASE.passwords();
    }
}
