package org.xuanpai.text;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The texts as they are written in {@code src/main/resources/messages}.
 *
 * @param chinese the base files
 * @param english the files with {@code _en}
 * @param twice keys written more than once, with the file of the second time
 */
public record Bundles(Map<String, String> chinese, Map<String, String> english, List<String> twice) {

    private static final Path FOLDER = Path.of("src", "main", "resources", "messages");
    private static final String ENGLISH = "_en.properties";

    public static Bundles read() {
        List<String> twice = new ArrayList<>();
        return new Bundles(texts(false, twice), texts(true, twice), twice);
    }

    private static Map<String, String> texts(boolean english, List<String> twice) {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(FOLDER, ".properties")) {
            if (file.getFileName().toString().endsWith(ENGLISH) == english) {
                load(file, twice).forEach((key, text) -> {
                    if (texts.put(key.toString(), text.toString()) != null) {
                        twice.add(key + " in " + file);
                    }
                });
            }
        }
        return texts;
    }

    private static Properties load(Path file, List<String> twice) {
        Properties properties = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object text) {
                Object before = super.put(key, text);
                if (before != null) {
                    twice.add(key + " in " + file);
                }
                return text;
            }
        };
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    /** Files below a folder, in the order of their names. */
    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
