package org.xuanpai.audit.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrailTextsTests {

    private static final Pattern DETAIL = Pattern.compile("\\.with\\(\\s*\"([A-Za-z0-9]+)\"");

    private static final List<Locale> LANGUAGES = List.of(Locale.ROOT, Locale.ENGLISH);

    @Test
    void everyDetailHasAName() {
        assertThat(found(DETAIL))
                .contains("role", "rows")
                .allSatisfy(detail -> assertHasText("audit.detail." + detail));
    }

    private static void assertHasText(String key) {
        for (Locale language : LANGUAGES) {
            assertThat(texts("messages/audit", language).containsKey(key))
                    .as(language + " " + key)
                    .isTrue();
        }
    }

    private static ResourceBundle texts(String bundle, Locale language) {
        return ResourceBundle.getBundle(
                bundle,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** What the pattern finds in every source that deals with the trail. */
    private static Set<String> found(Pattern pattern) {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            return sources.filter(source -> source.toString().endsWith(".java"))
                    .map(TrailTextsTests::text)
                    .filter(text -> text.contains("TrailEvent"))
                    .flatMap(text -> pattern.matcher(text).results().map(found -> found.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
