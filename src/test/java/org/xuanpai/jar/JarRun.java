package org.xuanpai.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of the packaged application, to its end.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it said on standard error
 */
public record JarRun(int exit, List<String> out, List<String> err) {

    /** Runs {@code java -jar xuanpai.jar} with these words. */
    public static JarRun of(String... words) {
        return of(List.of(), jar(), List.of(words));
    }

    /** The same as another user of the computer, with a copy of the jar that this user can read. */
    public static JarRun as(String user, Path copy, String... words) {
        return of(List.of("runuser", "-u", user, "--"), copy, List.of(words));
    }

    public static Path jar() {
        String jar = System.getProperty("xuanpai.jar");
        if (jar == null || !Files.exists(Path.of(jar))) {
            throw new AssertionError("this test needs the packaged jar, as `mvn verify` makes it: " + jar);
        }
        return Path.of(jar);
    }

    private static JarRun of(List<String> prefix, Path jar, List<String> words) {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx512m", "-jar", jar.toString()));
        command.addAll(words);
        try {
            Path out = Files.createTempFile("xuanpai", ".out");
            Path err = Files.createTempFile("xuanpai", ".err");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
                int exit = process.onExit().join().exitValue();
                return new JarRun(exit, lines(out), lines(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8);
    }
}
