package org.xuanpai.platform.database;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The one PostgreSQL server of a test run, the same the application brings, with a database for each context. Its folder is
 * kept in {@code target}, so that only the first run initialises it.
 */
public final class TestServer {

    static final Path FOLDER = Path.of("target", "test-database");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final EmbeddedDatabase SERVER = start();

    private TestServer() {}

    private static EmbeddedDatabase start() {
        EmbeddedDatabase server = EmbeddedDatabase.toServe(FOLDER);
        // after the contexts: a pool that finds its server gone waits for it
        SpringApplication.getShutdownHandlers().add(server::close);
        JdbcTemplate superuser = superuser(server);
        List<String> old = superuser.query(
                "select datname from pg_database where datname like 'test\\_%'",
                (row, number) -> row.getString("datname"));
        old.forEach(name -> superuser.execute("drop database " + name + " with (force)"));
        return server;
    }

    /** The server itself, for tests of what it is. */
    static EmbeddedDatabase server() {
        return SERVER;
    }

    /** A new, empty database with the rights {@code create-roles.sql} gives. */
    public static Database create() {
        String name = "test_" + NUMBER.incrementAndGet();
        JdbcTemplate superuser = superuser(SERVER);
        superuser.execute("create database " + name + " owner " + Passwords.OWNER);
        superuser.execute("revoke all on database " + name + " from public");
        superuser.execute("grant connect, temporary on database " + name + " to " + Passwords.APPLICATION);
        Passwords passwords = SERVER.passwords();
        return new Database(
                SERVER.url(name),
                new Database.Login(Passwords.OWNER, passwords.owner()),
                new Database.Login(Passwords.APPLICATION, passwords.application()),
                new Database.Login(Passwords.SUPERUSER, passwords.superuser()));
    }

    private static JdbcTemplate superuser(EmbeddedDatabase server) {
        return new JdbcTemplate(new DriverManagerDataSource(
                server.url("postgres"), Passwords.SUPERUSER, server.passwords().superuser()));
    }
}
