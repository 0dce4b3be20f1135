package org.xuanpai;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xuanpai.architecture.Program;

/** What the documents name is there. */
class DocumentationTests {

    private static final Path DATA_MODEL = Path.of("docs", "data-model.md");
    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");

    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern PATH = Pattern.compile(
            "(?:src|docs|\\.ci)/[\\w./-]+|pom\\.xml|README\\.md|LICENSE|[\\w-]+/[\\w./-]+\\.(?:java|html|sql|md|properties)");
    private static final Pattern CLASS = Pattern.compile("@?([A-Z][a-z]\\w*[a-z])(?:\\.(\\w+)(?:\\(\\))?)?");
    private static final Pattern TABLE = Pattern.compile("(?m)^create (?:table|view) (\\w+)");

    /** Words in capitals that are no classes of ours. */
    private static final Set<String> NOT_OURS =
            Set.of("Clock", "PostgreSQL", "Markdown", "Chromium", "Playwright", "Thymeleaf", "SecureRandom");

    private static final Set<String> CLASSES = classes();

    static List<Path> documents() {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md")),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void pathsAndClassesThatADocumentNamesAreThere(Path document) {
        assertThat(missing(text(document), document)).isEmpty();
    }

    @Test
    void theDataModelNamesEveryTableAndView() {
        Set<String> named = found(CODE, text(DATA_MODEL));
        assertThat(tables()).isNotEmpty().allSatisfy(table -> assertThat(named).contains(table));
    }

    @Test
    void theDataModelNamesNoOtherTable() {
        Set<String> headed = found(Pattern.compile("(?m)^\\| `([a-z_]+)` \\|"), text(DATA_MODEL));
        assertThat(tables()).containsAll(headed);
    }

    @Test
    void everyDecisionHasANumberOfItsOwn() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs", "decisions"))) {
            List<String> numbers = files.map(
                            file -> file.getFileName().toString().substring(0, 4))
                    .sorted()
                    .toList();
            assertThat(numbers).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see `src/main/java/org/xuanpai/Gone.java`",
                "see `GoneService`",
                "see `Launcher.gone()`",
                "[gone](gone.md)"
            })
    void whatIsGoneIsFound(String sentence) {
        assertThat(missing(sentence, Path.of("docs", "access.md"))).hasSize(1);
    }

    private static List<String> missing(String text, Path document) {
        Set<String> missing = new TreeSet<>();
        for (String link : found(LINK, text)) {
            Path folder = document.toAbsolutePath().getParent();
            if (!link.contains(":") && (folder == null || !Files.exists(folder.resolve(link)))) {
                missing.add(link);
            }
        }
        for (String code : found(CODE, text)) {
            if (PATH.matcher(code).matches() && !exists(code)) {
                missing.add(code);
            }
            Matcher type = CLASS.matcher(code);
            if (type.matches() && !isTheFrameworks(type.group(1), document) && !isOurs(type.group(1), type.group(2))) {
                missing.add(code);
            }
        }
        return List.copyOf(missing);
    }

    /** From the top, or below the resources where the text is about templates and messages. */
    private static boolean exists(String path) {
        return Stream.of("", "src/main/resources", "src/main/java/org/xuanpai", "src/test/java/org/xuanpai")
                .anyMatch(root -> Files.exists(Path.of(root, path)));
    }

    /** The filters listed in the access table are compared with the running application by a test of their own. */
    private static boolean isTheFrameworks(String type, Path document) {
        return NOT_OURS.contains(type)
                || (document.endsWith("access.md") && type.matches("\\w+(Filter|FilterChainProxy)"));
    }

    private static boolean isOurs(String type, @org.jspecify.annotations.Nullable String member) {
        return CLASSES.contains(member == null ? type : type + "." + member);
    }

    private static Set<String> classes() {
        return Stream.concat(Program.CLASSES.stream(), Program.TESTS.stream())
                .flatMap(DocumentationTests::names)
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(JavaClass type) {
        return Stream.concat(
                Stream.of(type.getSimpleName()),
                type.getMembers().stream().map(member -> type.getSimpleName() + "." + member.getName()));
    }

    private static Set<String> tables() {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.flatMap(file -> found(TABLE, text(file)).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
