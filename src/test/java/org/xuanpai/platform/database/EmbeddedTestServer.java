package org.xuanpai.platform.database;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;

/**
 * The server that the application brings, one for each process of a test run. Its folder is kept in {@code target}, so that
 * only the first run initialises it.
 */
final class EmbeddedTestServer {

    static final Path FOLDER = Path.of(System.getProperty("test.database.folder", "target/test-database"));

    static final EmbeddedDatabase DATABASE = start();

    private EmbeddedTestServer() {}

    private static EmbeddedDatabase start() {
        EmbeddedDatabase server = EmbeddedDatabase.toServe(FOLDER);
        // after the contexts: a pool that finds its server gone waits for it
        SpringApplication.getShutdownHandlers().add(server::close);
        return server;
    }
}
