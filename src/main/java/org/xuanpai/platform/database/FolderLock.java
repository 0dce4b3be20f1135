package org.xuanpai.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xuanpai.platform.StartRefused;

/**
 * Held on the data folder as long as the application lives; the operating system lets go of it when the application dies,
 * however it dies. So a running server with the lock held belongs to somebody, and one without is an orphan.
 */
final class FolderLock implements AutoCloseable {

    /** What is locked lies far behind the text, because some systems forbid others to read what is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, or nothing when somebody else holds it. */
    static @Nullable FolderLock tryAcquire(DataFolder folder) {
        try {
            FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                channel.close();
                return null;
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new StartRefused("the data folder " + folder + " cannot be locked: " + e.getMessage(), e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Tells others who holds the lock. */
    void publish(Holder holder) {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.asText().getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException e) {
            throw new StartRefused("the lock file of the data folder cannot be written: " + e.getMessage(), e);
        }
    }

    /** Who holds the lock; empty while nobody has said so, or when it was somebody who is dead. */
    static Optional<Holder> holder(DataFolder folder) {
        return Holder.parse(folder.lock())
                .filter(holder -> ProcessHandle.of(holder.pid())
                        .map(ProcessHandle::isAlive)
                        .orElse(false));
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("The lock was not released in order", e);
        }
    }

    /**
     * A living application.
     *
     * @param pid its process
     * @param task the command it does, or {@value #SERVE}
     * @param port where its database listens; 0 while it is starting
     */
    record Holder(long pid, String task, int port) {

        static final String SERVE = "serve";

        boolean serves() {
            return task.equals(SERVE);
        }

        boolean ready() {
            return port != 0;
        }

        private String asText() {
            return pid + " " + task + " " + port + "\n";
        }

        private static Optional<Holder> parse(Path file) {
            try {
                String text = Files.readString(file);
                String[] words = text.trim().split(" ");
                if (words.length != 3 || !text.endsWith("\n")) {
                    return Optional.empty();
                }
                return Optional.of(new Holder(Long.parseLong(words[0]), words[1], Integer.parseInt(words[2])));
            } catch (IOException | NumberFormatException e) {
                return Optional.empty();
            }
        }
    }
}
