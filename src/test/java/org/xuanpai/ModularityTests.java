package org.xuanpai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/** The features use each other only as their {@code package-info} allows, and the picture in the docs shows what they use. */
class ModularityTests {

    /** Run the tests once with {@code -Dxuanpai.write-docs=true} to write the picture anew, then look at it and commit it. */
    private static final String WRITE = "xuanpai.write-docs";

    private static final Path PICTURE = Path.of("docs", "modules", "modules.md");

    private static final ApplicationModules MODULES = ApplicationModules.of(XuanpaiApplication.class);

    @Test
    void everyFeatureUsesOnlyWhatItMay() {
        MODULES.verify();
    }

    @Test
    void thePictureOfTheModulesIsTheCode() throws IOException {
        String picture = picture();
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(PICTURE.getParent());
            Files.writeString(PICTURE, picture);
        }

        assertThat(PICTURE)
                .as("write it anew with: mvn test -Dtest=ModularityTests -D%s=true", WRITE)
                .hasContent(picture);
    }

    /** A feature uses what the arrows from it lead to; what everybody may use has no arrows. */
    private static String picture() {
        StringBuilder text = new StringBuilder("""
                # Modules

                Drawn from the code by `ModularityTests`; do not edit. An arrow means "uses". `shared` and `platform`, which every
                module may use, have no arrows.

                ```mermaid
                flowchart TD
                """);
        TreeSet<String> nodes = new TreeSet<>();
        TreeSet<String> arrows = new TreeSet<>();
        MODULES.stream().forEach(module -> {
            nodes.add("  %s[%s]\n".formatted(name(module), module.getDisplayName()));
            module.getDirectDependencies(MODULES, DependencyType.values()).stream()
                    .map(dependency -> name(dependency.getTargetModule()))
                    .filter(target -> !target.equals(name(module)))
                    .filter(target -> !target.equals("shared") && !target.equals("platform"))
                    .forEach(target -> arrows.add("  %s --> %s\n".formatted(name(module), target)));
        });
        nodes.forEach(text::append);
        arrows.forEach(text::append);
        return text.append("```\n").toString();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
