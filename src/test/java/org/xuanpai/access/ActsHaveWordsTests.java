package org.xuanpai.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xuanpai.architecture.Program;
import org.xuanpai.shared.Requires;

/** Whatever asks for a permission can be refused and is then in the trail, in words and not by the name of a method. */
class ActsHaveWordsTests {

    private static final String BEGINNING = "audit.act.";

    @ParameterizedTest
    @ValueSource(strings = {"audit-acts.properties", "audit-acts_en.properties"})
    void everyActThatAsksForAPermissionHasWordsAndNothingElseHas(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages", file))) {
            texts.load(reader);
        }

        assertThat(texts.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(acts());
    }

    private static Set<String> acts() {
        return Program.CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(ActsHaveWordsTests::asks)
                .map(method -> BEGINNING + method.getOwner().getSimpleName() + "." + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean asks(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isEquivalentTo(Requires.class)
                        || annotation.getRawType().isAnnotatedWith(Requires.class));
    }
}
