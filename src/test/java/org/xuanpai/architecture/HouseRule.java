package org.xuanpai.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.xuanpai.architecture.Conditions.*;
import static org.xuanpai.architecture.Layer.*;
import static org.xuanpai.architecture.Layer.Others.*;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenMethodsConjunction;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rules of the house. Each is broken by the classes named with it in {@code architecture.broken}, so that a rule that
 * looks at nothing is found out.
 */
enum HouseRule {
    /** A template can only receive forms and records when no controller knows an entity. */
    CONTROLLERS_USE_SERVICES_AND_FACES(
            CONTROLLER.uses(EnumSet.of(CONTROLLER, SERVICE, FACE), FACES),
            "controller.AsksTheRepository",
            "controller.TakesAnEntity",
            "controller.ReachesIntoAnotherFeature"),
    /** Another feature's tables are that feature's business. */
    SERVICES_USE_OWN_ROWS_AND_FACES(
            SERVICE.uses(EnumSet.of(SERVICE, REPOSITORY, ENTITY, FACE), FACES),
            "service.UsesAnothersRepository",
            "service.CallsAController"),
    REPOSITORIES_USE_ENTITIES(REPOSITORY.uses(EnumSet.of(REPOSITORY, ENTITY, FACE), FACES), "repository.CallsAService"),
    ENTITIES_USE_THE_FACE(
            ENTITY.uses(EnumSet.of(ENTITY, FACE), VALUES), "entity.CallsAService", "entity.AsksAnotherFeature"),
    FACES_KNOW_NOTHING_BELOW(FACE.uses(EnumSet.of(FACE), FACES), "face.KnowsAnEntity"),
    CONTROLLERS_AND_FORMS_ARE_PACKAGE_PRIVATE(
            classes()
                    .that(resideInAPackage("..controller.."))
                    .and()
                    .areTopLevelClasses()
                    .and()
                    .haveSimpleNameNotEndingWith("package-info")
                    .should()
                    .bePackagePrivate(),
            "controller.SeenFromOutside"),
    FORMS_BEGIN_WITH_LISTS_THAT_GROW(
            noClasses()
                    .that()
                    .resideInAPackage("..controller..")
                    .and()
                    .haveSimpleNameEndingWith("Form")
                    .should(makeListsThatCannotChange()),
            "controller.HoldsAFixedListForm"),
    CONTROLLERS_OPEN_NO_TRANSACTION(
            members()
                    .that()
                    .areDeclaredInClassesThat(resideInAPackage("..controller.."))
                    .should(notBeTransactional()),
            "controller.OpensATransaction",
            "controller.OpensTransactions"),
    SERVICES_ARE_TRANSACTIONAL(
            classes()
                    .that()
                    .areAnnotatedWith(Service.class)
                    .should()
                    .beAnnotatedWith(Transactional.class)
                    // or say in code when the transaction begins and what belongs to it
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework.transaction.support"),
            "service.WithoutTransaction"),
    SERVICES_ARE_MADE_BY_SPRING_ONLY(
            constructors()
                    .that()
                    .areDeclaredInClassesThat(resideInAPackage("..service..").and(areBeans()))
                    .should()
                    .notBePublic(),
            "service.MadeByAnybody"),
    SERVICE_METHODS_NAME_A_PERMISSION(
            publicMethodsOfServices().should(nameAPermissionOrAReason()), "service.AsksNobody"),
    SERVICES_GIVE_NO_ENTITY_OUT(publicMethodsOfServices().should(mentionNoEntity()), "service.GivesAnEntityOut"),
    ENTITIES_HAVE_NO_SETTERS(
            methods()
                    .that()
                    .areDeclaredInClassesThat(resideInAPackage("..entity.."))
                    .should()
                    .haveNameNotMatching("set[A-Z].*"),
            "entity.HasASetter"),
    NOTHING_IS_INJECTED_INTO_FIELDS(members().should(notBeInjected()), "house.InjectedField", "house.InjectedSetter"),
    TIME_COMES_FROM_THE_CLOCK(
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("org.xuanpai.platform.ClockConfiguration")
                    // an id's instant orders rows on disk and decides nothing
                    .and()
                    .doNotHaveFullyQualifiedName("org.xuanpai.shared.Ids")
                    // how old a session is counts by the clock that stamped it
                    .and()
                    .doNotHaveFullyQualifiedName("org.xuanpai.platform.security.DutySession")
                    // works before there is a clock
                    .and()
                    .doNotHaveFullyQualifiedName("org.xuanpai.platform.transport.TransportSecurity")
                    .should(askTheSystemForTheTime()),
            "house.AsksTheSystemForTheTime",
            "house.CountsMilliseconds",
            "house.MakesItsOwnClock"),
    NO_OLD_DATES(
            noClasses()
                    .that()
                    // certificates know no others
                    .doNotHaveFullyQualifiedName("org.xuanpai.platform.transport.OwnCertificate")
                    .should()
                    .dependOnClassesThat(describe(
                            "are dates of old",
                            type -> type.getName()
                                    .matches("java\\.util\\.(Date|Calendar|GregorianCalendar|TimeZone)|java\\.sql\\."
                                            + "(Date|Time|Timestamp)|java\\.text\\.(Simple)?DateFormat"))),
            "house.OldDate"),
    NO_GUESSABLE_RANDOM(
            noClasses()
                    .should()
                    .dependOnClassesThat(describe(
                            "are guessable",
                            type -> type.getName()
                                    .matches("java\\.util\\.(Random|SplittableRandom)"
                                            + "|java\\.util\\.concurrent\\.ThreadLocalRandom"))),
            "house.GuessableRandom"),
    /** What users read goes through messages, what administrators read through the log or a command's stream. */
    ONLY_THE_START_PRINTS(
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("org.xuanpai.platform.Launcher")
                    .and()
                    .doNotHaveFullyQualifiedName("org.xuanpai.platform.StartFailures")
                    .and()
                    .doNotHaveFullyQualifiedName("org.xuanpai.account.service.SetUpAnnouncement")
                    .and()
                    .doNotHaveFullyQualifiedName("org.xuanpai.account.service.DemoAnnouncement")
                    .should(printToTheConsole()),
            "house.PrintsToTheConsole"),
    PACKAGES_SAY_THAT_NOTHING_IS_NULL(classes().should(liveInANullMarkedPackage()), "unmarked.NullsUnsaid"),
    PUBLIC_BEANS_ARE_FEW(
            classes()
                    .that(areBeans())
                    .and()
                    .haveSimpleNameEndingWith("Configuration")
                    .should()
                    .bePackagePrivate(),
            "house.OpenConfiguration");

    private static GivenMethodsConjunction publicMethodsOfServices() {
        return methods()
                .that()
                .arePublic()
                .and()
                .areNotStatic()
                .and()
                .areDeclaredInClassesThat(resideInAPackage("..service.."))
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Service.class);
    }

    private final ArchRule rule;
    private final List<String> broken;

    HouseRule(ArchRule rule, String... broken) {
        this.rule = rule;
        this.broken = List.of(broken);
    }

    ArchRule rule() {
        return rule;
    }

    /** Names of the classes that break it, below {@code org.xuanpai.architecture.broken}. */
    List<String> broken() {
        return broken;
    }
}
