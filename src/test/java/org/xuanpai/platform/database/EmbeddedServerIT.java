package org.xuanpai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The server that the application brings, as it runs: what is acknowledged survives, and nobody gets in without a password. */
class EmbeddedServerIT {

    private static final EmbeddedDatabase SERVER = EmbeddedTestServer.DATABASE;

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256",
        "server_encoding, UTF8"
    })
    void theServerRunsWith(String setting, String value) {
        JdbcTemplate application = new JdbcTemplate(new DriverManagerDataSource(
                SERVER.url("postgres"), Passwords.SUPERUSER, SERVER.passwords().superuser()));

        assertThat(application.queryForObject("show " + setting, String.class)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {Passwords.SUPERUSER, Passwords.OWNER, Passwords.APPLICATION})
    void nobodyGetsInWithoutAPassword(String user) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(SERVER.url("postgres"), user, null))
                .withMessageContaining("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "postgres", "xuanpai"})
    void nobodyGetsInWithAWrongPassword(String password) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(SERVER.url("postgres"), Passwords.SUPERUSER, password));
    }

    @Test
    void noLineLetsAnybodyInByTrust() throws IOException {
        assertThat(rules(EmbeddedTestServer.FOLDER.resolve("pgdata/pg_hba.conf")))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule).endsWith("scram-sha-256"));
    }

    @Test
    void onlyTheOwnerReadsThePasswords() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");

        assertThat(permissions("passwords.properties")).isEqualTo("rw-------");
        assertThat(permissions("")).isEqualTo("rwx------");
        assertThat(EmbeddedTestServer.FOLDER.resolve("initdb.password")).doesNotExist();
    }

    @Test
    void noPasswordIsInTheServersLog() throws IOException {
        assertThat(Files.readString(EmbeddedTestServer.FOLDER.resolve("postgresql.log")))
                .doesNotContain(SERVER.passwords().superuser())
                .doesNotContain(SERVER.passwords().owner())
                .doesNotContain(SERVER.passwords().application());
        assertThat(SERVER.passwords().toString())
                .doesNotContain(SERVER.passwords().superuser());
    }

    private static String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(EmbeddedTestServer.FOLDER.resolve(file)));
    }

    private static java.util.List<String> rules(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }
}
