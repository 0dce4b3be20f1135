package org.xuanpai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.FileSystemResource;

/** What {@code docker-compose.yml} relies on. */
class ComposeFileTests {

    private static final Path COMPOSE = Path.of("docker-compose.yml");

    @Test
    void everyFileItMountsOrBuildsFromIsThere() {
        List<String> mounted = Stream.of("database", "application")
                .flatMap(service -> strings(service(service).get("volumes")))
                .filter(volume -> volume.startsWith("./"))
                .map(volume -> volume.replaceFirst(":.*", ""))
                .toList();

        assertThat(mounted)
                .hasSize(2)
                .allSatisfy(file -> assertThat(Path.of(file)).isRegularFile());
        Object dockerfile = map(service("application").get("build")).get("dockerfile");
        assertThat(Path.of(String.valueOf(dockerfile))).isRegularFile();
    }

    @Test
    void noPasswordHasADefault() throws IOException {
        List<String> passwords = Files.readAllLines(COMPOSE).stream()
                .filter(line -> line.matches("\\s+\\w*PASSWORD: .*"))
                .toList();

        assertThat(passwords).hasSize(5).allMatch(line -> line.contains(":?"));
    }

    @Test
    void theApplicationWorksUnderAnotherRoleThanTheOwner() {
        Map<String, Object> settings = map(service("application").get("environment"));

        assertThat(settings)
                .containsEntry("SPRING_DATASOURCE_USERNAME", "xuanpai_app")
                .containsEntry("SPRING_FLYWAY_USER", "xuanpai_owner");
    }

    private static Map<String, Object> service(String name) {
        YamlMapFactoryBean yaml = new YamlMapFactoryBean();
        yaml.setResources(new FileSystemResource(COMPOSE));
        return map(map(Objects.requireNonNull(yaml.getObject()).get("services")).get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    private static Stream<String> strings(@Nullable Object values) {
        return ((List<?>) Objects.requireNonNull(values)).stream().map(String::valueOf);
    }
}
