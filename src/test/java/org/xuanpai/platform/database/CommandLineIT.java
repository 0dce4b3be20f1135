package org.xuanpai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.xuanpai.jar.JarRun;

/** The packaged application with a word on its command line: figures and 0, or one line that says what is wrong and 2. */
class CommandLineIT {

    @TempDir
    private Path folder;

    @Test
    void anUnknownCommandIsRefusedBeforeAnythingStarts() {
        JarRun run = JarRun.of("verify-adit", dataDir());

        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("unknown command verify-adit, known: ")
                .contains("verify-audit")
                .contains("import-divisions");
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void commandsJoinTheRunningDatabaseAndLeaveItRunning() {
        try (EmbeddedDatabase serving = EmbeddedDatabase.toServe(folder)) {
            JarRun whole = JarRun.of("verify-audit", dataDir());
            assertThat(whole.out())
                    .satisfiesExactly(
                            entries -> assertThat(entries).isEqualTo("entries: 0"),
                            head -> assertThat(head).matches("head: [0-9a-f]{64}"));
            assertThat(whole.err()).isEmpty();
            assertThat(whole.exit()).isZero();

            JarRun second = JarRun.of("--server.port=0", dataDir());
            assertThat(second.err())
                    .singleElement()
                    .asString()
                    .contains("in use by the application that is already running");
            assertThat(second.exit()).isEqualTo(2);

            breakTheTrail(serving);
            JarRun broken = JarRun.of("verify-audit", dataDir());
            assertThat(broken.out()).contains("entries: 1");
            assertThat(broken.err()).containsExactly("the trail is broken at entry 1");
            assertThat(broken.exit()).isEqualTo(2);
        }
    }

    /** Tests run as root run the server in another way than those of a normal user, whom this one stands for. */
    @Test
    void aNormalUserNeedsNothingMore() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("whoever is not root has tested it with the other tests")
                .isEqualTo("root");
        assumeThat(Path.of("/usr/sbin/runuser")).as("runuser").isExecutable();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path copy = Files.copy(JarRun.jar(), folder.resolve("xuanpai.jar"));
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r--r--r--"));

        JarRun run = JarRun.as("nobody", copy, "verify-audit", "--xuanpai.data-dir=" + folder.resolve("data"));

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("entries: 0");
        assertThat(run.exit()).isZero();
        assertThat(Files.getOwner(folder.resolve("data/pgdata")).getName()).isEqualTo("nobody");
        assertThat(folder.resolve("data/pgdata/postmaster.pid"))
                .as("a command stops what it started")
                .doesNotExist();
    }

    private String dataDir() {
        return "--xuanpai.data-dir=" + folder;
    }

    /** As only a superuser can. */
    private static void breakTheTrail(EmbeddedDatabase database) {
        JdbcTemplate superuser = new JdbcTemplate(new DriverManagerDataSource(
                database.url(), Passwords.SUPERUSER, database.passwords().superuser()));
        superuser.execute("""
                insert into trail_entry (at, actor_name, role, unit_name, action, outcome, subject, subject_id, details)
                values (now(), '', '', '', 'test', 'DONE', 'before', '', '')""");
        superuser.execute("alter table trail_entry disable trigger user");
        superuser.execute("update trail_entry set subject = 'after'");
        superuser.execute("alter table trail_entry enable trigger user");
    }
}
