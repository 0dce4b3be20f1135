package org.xuanpai.platform.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.xuanpai.platform.SecretFiles;
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
            SecretFiles.makeFolder(root);
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

    @Override
    public String toString() {
        return root.toString();
    }
}
