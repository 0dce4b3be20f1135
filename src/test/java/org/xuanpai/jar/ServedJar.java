package org.xuanpai.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code java -jar xuanpai.jar}, serving. */
final class ServedJar implements AutoCloseable {

    private static final String URL_LINE = "Xuanpai: ";
    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final int LOOKS_PER_SECOND = 20;

    private final Process process;
    private final String url;

    private ServedJar(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts the demo in a data folder, on a free port, and waits until it says its address. */
    static ServedJar demo(Path dataFolder) {
        return start(dataFolder, "--spring.profiles.active=demo");
    }

    /** Starts an installation of its own, which is empty at first, with more settings. */
    static ServedJar start(Path dataFolder, String... settings) {
        Path output = dataFolder.resolveSibling(dataFolder.getFileName() + ".out");
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx512m", "-jar", jar()));
        command.addAll(List.of("--server.port=0", "--xuanpai.data-dir=" + dataFolder.toAbsolutePath()));
        command.addAll(List.of(settings));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new ServedJar(process, waitForUrl(process, output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String waitForUrl(Process process, Path output) throws IOException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < PATIENCE.toNanos()) {
            Optional<String> url = url(output);
            if (url.isPresent()) {
                return url.get();
            }
            if (ended(process)) {
                break;
            }
        }
        process.destroyForcibly();
        throw new AssertionError("the application does not serve:\n" + Files.readString(output));
    }

    private static Optional<String> url(Path output) throws IOException {
        try (Stream<String> lines = Files.lines(output)) {
            return lines.filter(line -> line.startsWith(URL_LINE))
                    .map(line -> line.substring(URL_LINE.length()).strip())
                    .findFirst();
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(1000 / LOOKS_PER_SECOND, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String jar() {
        String jar = System.getProperty("xuanpai.jar");
        if (jar == null || !Files.exists(Path.of(jar))) {
            throw new AssertionError("this test needs the packaged jar, as `mvn verify` makes it: " + jar);
        }
        return jar;
    }

    /** Its address, with a slash at the end. */
    String url() {
        return url;
    }

    /** As {@code kill -9} does it. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
