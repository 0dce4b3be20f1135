package org.xuanpai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.xuanpai.platform.StartRefused;

/** A living application keeps its folder for itself; what a killed one leaves behind is cleared up by the next start. */
class OrphanedServerIT {

    /** Serves a folder until it is killed. */
    static final class Child {

        private Child() {}

        public static void main(String[] folder) throws InterruptedException {
            EmbeddedDatabase database = EmbeddedDatabase.toServe(Path.of(folder[0]));
            new JdbcTemplate(new DriverManagerDataSource(
                            database.url(),
                            Passwords.OWNER,
                            database.passwords().owner()))
                    .execute("create table kept as select 'acknowledged' as word");
            System.out.println("serving");
            Thread.currentThread().join();
        }
    }

    @Test
    void afterAKillTheOrphanIsStoppedAndNothingAcknowledgedIsLost(@TempDir Path folder) throws Exception {
        Process child = start(folder);
        try {
            assertThatExceptionOfType(StartRefused.class)
                    .as("the child lives")
                    .isThrownBy(() -> EmbeddedDatabase.toServe(folder))
                    .withMessageContaining("in use by the application that is already running (process " + child.pid());

            EmbeddedDatabase joined = EmbeddedDatabase.forCommand(folder, "look");
            joined.close();
            assertThat(word(EmbeddedDatabase.forCommand(folder, "look again")))
                    .as("a command that ends leaves the database running")
                    .isEqualTo("acknowledged");
        } finally {
            child.destroyForcibly().onExit().join();
        }
        ProcessHandle orphan = ProcessHandle.of(postmaster(folder)).orElseThrow();
        assertThat(runs(orphan)).as("the server outlives its application").isTrue();

        try (EmbeddedDatabase next = EmbeddedDatabase.toServe(folder)) {
            assertThat(runs(orphan)).as("the orphan").isFalse();
            assertThat(word(next)).isEqualTo("acknowledged");
        }
        assertThat(folder.resolve("pgdata/postmaster.pid"))
                .as("stopped in order")
                .doesNotExist();
    }

    /** In a container without an init process the dead stay listed, but without a program. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static String word(EmbeddedDatabase database) {
        return String.valueOf(new JdbcTemplate(new DriverManagerDataSource(
                        database.url(), Passwords.OWNER, database.passwords().owner()))
                .queryForObject("select word from kept", String.class));
    }

    private static long postmaster(Path folder) throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("pgdata/postmaster.pid"))
                .get(0)
                .strip());
    }

    private static Process start(Path folder) throws IOException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.equals("serving")) {
            line = output.readLine();
        }
        assertThat(line).as("the child serves").isEqualTo("serving");
        return child;
    }
}
