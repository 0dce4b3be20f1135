package org.xuanpai.platform.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xuanpai.platform.StartRefused;

/**
 * A PostgreSQL server whose application died without stopping it. Whoever holds the folder's lock ends it before starting
 * its own: what its connections are still doing is unknown, so it is never reused.
 */
final class OrphanedServer {

    private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);

    private OrphanedServer() {}

    static void stop(DataFolder folder) {
        Path pidFile = folder.cluster().resolve("postmaster.pid");
        Optional<ProcessHandle> process =
                pid(pidFile).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return; // none, or left by a dead process: PostgreSQL itself clears that file up
        }
        ProcessHandle.Info info = process.get().info();
        Optional<Path> program = info.command().map(Path::of);
        if (program.isEmpty()) {
            return; // somebody else's process, which PostgreSQL decides about
        }
        if (!servesFolder(program.get(), info, folder)) {
            forget(pidFile);
            return;
        }
        log.info(
                "Stopping the database server {} whose application is gone",
                process.get().pid());
        if (!stop(program.get(), folder, "fast") && !stop(program.get(), folder, "immediate")) {
            throw new StartRefused("the database server " + process.get().pid()
                    + ", left by an application that was killed, does not stop: end it by hand");
        }
    }

    private static boolean servesFolder(Path program, ProcessHandle.Info info, DataFolder folder) {
        return program.getFileName().toString().startsWith("postgres")
                && info.arguments()
                        .map(arguments -> Arrays.asList(arguments)
                                .contains(folder.cluster().toString()))
                        .orElse(true);
    }

    private static Optional<Long> pid(Path pidFile) {
        try {
            return Files.exists(pidFile)
                    ? Files.readAllLines(pidFile).stream().findFirst().map(line -> Long.valueOf(line.trim()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The number was given to another program meanwhile, usual after a restart of the computer or container. */
    private static void forget(Path pidFile) {
        try {
            Files.delete(pidFile);
        } catch (IOException e) {
            throw new StartRefused("the stale file " + pidFile + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    private static boolean stop(Path program, DataFolder folder, String mode) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U")); // pg_ctl does not work as root
        }
        String control = program.getFileName().toString().replaceFirst("postgres", "pg_ctl");
        command.addAll(List.of(
                program.resolveSibling(control).toString(),
                "stop",
                "-D",
                folder.cluster().toString(),
                "-m",
                mode,
                "-w",
                "-t",
                "15"));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(folder.serverLog().toFile()))
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            throw new StartRefused("the orphaned database server cannot be stopped: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("interrupted while stopping the orphaned database server", e);
        }
    }
}
