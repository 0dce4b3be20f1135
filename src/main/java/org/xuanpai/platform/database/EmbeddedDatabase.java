package org.xuanpai.platform.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xuanpai.platform.StartRefused;
import org.xuanpai.platform.database.FolderLock.Holder;

/**
 * The database of a data folder. Whoever locks the folder first runs the server and stops it at the end; a command that
 * finds a serving application uses its database and leaves it running.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Passwords passwords;
    private final int port;
    private final @Nullable FolderLock lock;
    private final @Nullable EmbeddedServer server;

    private EmbeddedDatabase(
            Passwords passwords, int port, @Nullable FolderLock lock, @Nullable EmbeddedServer server) {
        this.passwords = passwords;
        this.port = port;
        this.lock = lock;
        this.server = server;
    }

    /** For the web application, which needs the folder for itself. */
    static EmbeddedDatabase toServe(Path path) {
        DataFolder folder = DataFolder.open(path);
        FolderLock lock = FolderLock.tryAcquire(folder);
        if (lock == null) {
            throw inUse(folder);
        }
        return run(folder, lock, Holder.SERVE);
    }

    /** For a command: joins the serving application, or runs the server itself; waits for another command to finish. */
    static EmbeddedDatabase forCommand(Path path, String command) {
        DataFolder folder = DataFolder.open(path);
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            FolderLock lock = FolderLock.tryAcquire(folder);
            if (lock != null) {
                return run(folder, lock, command);
            }
            Optional<Holder> holder = FolderLock.holder(folder);
            if (holder.filter(Holder::serves).filter(Holder::ready).isPresent()) {
                return new EmbeddedDatabase(
                        Passwords.readOrMake(folder), holder.get().port(), null, null);
            }
            pause();
        }
        throw inUse(folder);
    }

    private static EmbeddedDatabase run(DataFolder folder, FolderLock lock, String task) {
        try {
            long pid = ProcessHandle.current().pid();
            lock.publish(new Holder(pid, task, 0));
            Passwords passwords = Passwords.readOrMake(folder);
            EmbeddedServer server = EmbeddedServer.start(folder, passwords);
            lock.publish(new Holder(pid, task, server.port()));
            log.info("The embedded database in {} listens on 127.0.0.1:{}", folder, server.port());
            return new EmbeddedDatabase(passwords, server.port(), lock, server);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static StartRefused inUse(DataFolder folder) {
        String who = FolderLock.holder(folder)
                .map(holder -> holder.serves()
                        ? "the application that is already running (process " + holder.pid() + ")"
                        : "the command " + holder.task() + " (process " + holder.pid() + ")")
                .orElse("another process");
        return new StartRefused("the database in " + folder + " is in use by " + who);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("interrupted while waiting for the database", e);
        }
    }

    String url() {
        return url("xuanpai");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Passwords passwords() {
        return passwords;
    }

    /** Called by Spring after everything that uses a connection is closed. */
    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (lock != null) {
            lock.close();
        }
    }
}
