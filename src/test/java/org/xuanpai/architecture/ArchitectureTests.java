package org.xuanpai.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house hold, and each of them can be broken. */
class ArchitectureTests {

    private static final String BROKEN = "org.xuanpai.architecture.broken.";

    @ParameterizedTest
    @EnumSource
    void theProgramKeeps(HouseRule rule) {
        rule.rule().check(Program.CLASSES);
    }

    @ParameterizedTest
    @MethodSource("counterExamples")
    void aCounterExampleBreaks(HouseRule rule, String counterExample) {
        JavaClasses broken = new ClassFileImporter().importClasses(named(counterExample));

        assertThat(rule.rule().evaluate(broken).getFailureReport().getDetails())
                .as("%s finds %s", rule, counterExample)
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found).contains(counterExample.replaceFirst(".*\\.", "")));
    }

    static Stream<Arguments> counterExamples() {
        return Arrays.stream(HouseRule.values())
                .flatMap(rule -> rule.broken().stream().map(name -> arguments(rule, name)));
    }

    @Test
    void everyRuleHasACounterExample() {
        assertThat(HouseRule.values())
                .allSatisfy(rule -> assertThat(rule.broken()).isNotEmpty());
    }

    @Test
    void testsAssertWithAssertJ() {
        ArchRule rule = ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.junit.jupiter.api.Assertions")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.test.util.AssertionErrors");

        rule.check(Program.TESTS);
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(named("house.JUnitAssertion")))
                        .hasViolation())
                .isTrue();
    }

    @Test
    void testsWaitForNothingByTheClock() {
        ArchRule rule = ArchRuleDefinition.noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class);

        rule.check(Program.TESTS);
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(named("house.SleepingTest")))
                        .hasViolation())
                .isTrue();
    }

    @Test
    void testsReplaceNothingByAMock() {
        ArchRule rule = ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mockito..", "org.springframework.test.context.bean.override.mockito..");

        rule.check(Program.TESTS);
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(named("house.MockedAway")))
                        .hasViolation())
                .isTrue();
    }

    private static Class<?> named(String counterExample) {
        try {
            return Class.forName(BROKEN + counterExample, false, ArchitectureTests.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new AssertionError("There is no " + counterExample, missing);
        }
    }
}
