package org.xuanpai.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xuanpai.platform.SecretFiles;
import org.xuanpai.platform.StartRefused;

/**
 * A PostgreSQL server of this process in a data folder whose lock is held. The library it comes with is made for tests, so
 * everything it does for speed or convenience is overridden here: data survive, log-ins need a password from the first
 * moment on, nothing is reachable from other computers, and the application decides when it stops.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);

    private final EmbeddedPostgres postgres;

    private EmbeddedServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static EmbeddedServer start(DataFolder folder, Passwords passwords) {
        refuseRootWithoutNamespaces();
        try {
            OrphanedServer.stop(folder);
            setUnfinishedClusterAside(folder);
            EmbeddedServer server = new EmbeddedServer(launch(folder, passwords));
            try {
                server.createRolesOnce(folder, passwords);
            } catch (SQLException | IOException | RuntimeException e) {
                server.close();
                throw e;
            }
            return server;
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new StartRefused(
                    "the embedded database in " + folder + " does not start (see " + folder.serverLog() + "): "
                            + e.getMessage(),
                    e);
        }
    }

    int port() {
        return postgres.getPort();
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            log.error("The embedded database did not stop in order", e);
        }
    }

    private static void refuseRootWithoutNamespaces() {
        if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
            throw new StartRefused("the embedded database cannot run as root here:"
                    + " start as a normal user, or set spring.datasource.* and spring.flyway.* to another PostgreSQL");
        }
    }

    /** A first start that was cut short left a cluster without its roles: nothing of anybody is in it. */
    private static void setUnfinishedClusterAside(DataFolder folder) throws IOException {
        if (!Files.exists(folder.cluster()) || Files.exists(folder.completeMark())) {
            return;
        }
        int number = 1;
        while (Files.exists(asideName(folder, number))) {
            number++;
        }
        Files.move(folder.cluster(), asideName(folder, number));
    }

    private static Path asideName(DataFolder folder, int number) {
        return folder.cluster().resolveSibling("pgdata.unfinished-" + number);
    }

    private static EmbeddedPostgres launch(DataFolder folder, Passwords passwords) throws IOException {
        // The library's own work folder, where it also tidies up after others, is in the temporary directory otherwise.
        System.setProperty("ot.epg.working-dir", folder.binaries().toString());
        Path passwordFile = folder.root().resolve("initdb.password");
        SecretFiles.write(passwordFile, passwords.superuser());
        try {
            return EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.binaries().toFile())
                    .setDataDirectory(folder.cluster())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setErrorRedirector(Redirect.appendTo(folder.serverLog().toFile()))
                    .setOutputRedirector(Redirect.appendTo(folder.serverLog().toFile()))
                    // options of initdb; the later --auth wins over the library's trust
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setConnectConfig("password", passwords.superuser())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("log_checkpoints", "off")
                    .start();
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private void createRolesOnce(DataFolder folder, Passwords passwords) throws SQLException, IOException {
        if (Files.exists(folder.completeMark())) {
            return;
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set log_min_error_statement = panic"); // no password in the log
            List<String> statements = RoleScript.statements(passwords);
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        Files.createFile(folder.completeMark());
    }
}
