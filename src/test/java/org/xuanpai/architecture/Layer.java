package org.xuanpai.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The layers inside a feature, from the top down. Inside a feature imports run downwards, to another one only to its face. */
enum Layer {
    CONTROLLER,
    SERVICE,
    REPOSITORY,
    ENTITY,
    /** The feature's own package: what others may know of it. */
    FACE;

    private static final String ROOT = "org.xuanpai.";
    private static final Set<String> FLOOR = Set.of("org.xuanpai.shared", "org.xuanpai.platform");

    static Layer of(JavaClass type) {
        return Arrays.stream(values())
                .filter(layer -> layer != FACE && (type.getPackageName() + ".").contains(layer.segment()))
                .findFirst()
                .orElse(FACE);
    }

    /** The package above the layers. */
    private static String featureOf(JavaClass type) {
        String name = type.getPackageName() + ".";
        Layer layer = of(type);
        return layer == FACE ? type.getPackageName() : name.substring(0, name.indexOf(layer.segment()));
    }

    private String segment() {
        return "." + name().toLowerCase(Locale.ROOT) + ".";
    }

    /** Classes of this layer use these layers of their own feature, and the faces of others if they may. */
    ArchRule uses(Set<Layer> own, Others others) {
        return ArchRuleDefinition.classes()
                .that(areInThisLayer())
                .should(use(own, others))
                .as(name().toLowerCase(Locale.ROOT) + " uses " + own + " of its own feature and " + others.words);
    }

    private DescribedPredicate<JavaClass> areInThisLayer() {
        return DescribedPredicate.describe(
                "are in layer " + name(),
                type -> of(type) == this && !type.getPackageName().equals("org.xuanpai"));
    }

    private static ArchCondition<JavaClass> use(Set<Layer> own, Others others) {
        return new ArchCondition<>("use only what they may") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !isAllowed(dependency, own, others))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    private static boolean isAllowed(Dependency dependency, Set<Layer> own, Others others) {
        JavaClass target = dependency.getTargetClass();
        if (!target.getPackageName().startsWith(ROOT)
                || FLOOR.stream().anyMatch(floor -> target.getPackageName().startsWith(floor))) {
            return true;
        }
        boolean sameFeature = featureOf(dependency.getOriginClass()).equals(featureOf(target));
        return sameFeature ? own.contains(of(target)) : of(target) == FACE && others.allow(target);
    }

    /** What a layer may use of other features. */
    enum Others {
        /** Whatever stands in their faces. */
        FACES("the faces of others"),
        /** Records and enums of their faces, which do nothing. */
        VALUES("the values of others");

        private final String words;

        Others(String words) {
            this.words = words;
        }

        private boolean allow(JavaClass target) {
            return this == FACES || target.isRecord() || target.isEnum();
        }
    }
}
