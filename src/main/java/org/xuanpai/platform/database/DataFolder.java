package org.xuanpai.platform.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.xuanpai.platform.StartRefused;

/**
 * The folder that holds everything of an embedded database: {@code binaries}, {@code pgdata}, the passwords, the lock and
 * the server's log. Only its owner may enter it.
 */
final class DataFolder {

    private final Path root;

    private DataFolder(Path root) {
        this.root = root;
    }

    static DataFolder open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            if (hasPosixPermissions()) {
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            }
            return new DataFolder(root.toRealPath());
        } catch (FileAlreadyExistsException e) {
            throw new StartRefused("the data folder " + root + " is a file", e);
        } catch (IOException e) {
            throw new StartRefused("the data folder " + root + " cannot be made or is not yours: " + e.getMessage(), e);
        }
    }

    Path root() {
        return root;
    }

    Path binaries() {
        return root.resolve("binaries");
    }

    Path cluster() {
        return root.resolve("pgdata");
    }

    /** Inside the cluster, so that it moves with it: written once roles and database are complete. */
    Path completeMark() {
        return cluster().resolve("xuanpai.complete");
    }

    Path passwords() {
        return root.resolve("passwords.properties");
    }

    Path lock() {
        return root.resolve("xuanpai.lock");
    }

    Path serverLog() {
        return root.resolve("postgresql.log");
    }

    /** Writes a file that nobody else can read, whole or not at all. */
    static void writeSecret(Path file, String content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ownerOnly());
        Files.writeString(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return hasPosixPermissions()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean hasPosixPermissions() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
