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

    private static final Pattern ACTION = Pattern.compile("\"([a-z]+\\.[a-z][A-Za-z]*)\"");
    private static final Pattern DETAIL = Pattern.compile("\\.with\\(\\s*\"([A-Za-z0-9]+)\"");

    private static final List<Locale> LANGUAGES = List.of(Locale.ROOT, Locale.ENGLISH);

    @Test
    void everyActHasAName() {
        Set<String> acts = found(ACTION);
        // keys of columns and the like are no acts
        acts.removeIf(act -> hasText("messages/" + act.replaceFirst("\\..*", ""), act)
                && !hasText("messages/audit", "audit.action." + act));

        assertThat(acts).contains("account.created", "duty.granted", "report.submitted", "list.exported");
        assertThat(acts).allSatisfy(act -> assertHasText("audit.action." + act));
        assertHasText("audit.action.refused");
    }

    @Test
    void everyDetailHasAName() {
        assertThat(found(DETAIL))
                .contains("role", "rows")
                .allSatisfy(detail -> assertHasText("audit.detail." + detail));
    }

    @Test
    void everyNameBelongsToAnAct() {
        Set<String> acts = found(ACTION);
        ResourceBundle texts = texts("messages/audit", Locale.ROOT);

        assertThat(texts.keySet())
                .filteredOn(key -> key.startsWith("audit.action."))
                .map(key -> key.substring("audit.action.".length()))
                .filteredOn(act -> !act.equals("refused"))
                .allSatisfy(act -> assertThat(acts).contains(act));
    }

    private static void assertHasText(String key) {
        for (Locale language : LANGUAGES) {
            assertThat(texts("messages/audit", language).containsKey(key))
                    .as(language + " " + key)
                    .isTrue();
        }
    }

    private static boolean hasText(String bundle, String key) {
        try {
            return texts(bundle, Locale.ROOT).containsKey(key);
        } catch (java.util.MissingResourceException none) {
            return false;
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
