package org.xuanpai.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.shared.OpenToAll;
import org.xuanpai.shared.Requires;

/** What the rules of the house ask of a class or a member. */
final class Conditions {

    private static final Set<String> CLOCKS_OF_THE_SYSTEM = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.time.Clock.system",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.ZoneId.systemDefault");

    private Conditions() {}

    static DescribedPredicate<JavaClass> areBeans() {
        return DescribedPredicate.describe(
                "are beans",
                type -> type.isAnnotatedWith(Component.class) || type.isMetaAnnotatedWith(Component.class));
    }

    static ArchCondition<JavaMember> notBeTransactional() {
        return condition(
                "not be transactional",
                member -> !member.isAnnotatedWith(Transactional.class)
                        && !member.getOwner().isAnnotatedWith(Transactional.class));
    }

    static ArchCondition<JavaMember> notBeInjected() {
        return condition(
                "not be injected",
                member -> member.isMetaAnnotatedWith(Bean.class)
                        || member.getName().equals("<init>")
                        || Stream.of(Autowired.class, Value.class, PersistenceContext.class)
                                .noneMatch(member::isAnnotatedWith));
    }

    static ArchCondition<JavaMethod> nameAPermissionOrAReason() {
        return condition(
                "name a permission or a reason",
                method -> asks(method)
                        || method.getOwner().getAllRawInterfaces().stream().anyMatch(type -> asks(method, type)));
    }

    private static boolean asks(CanBeAnnotated method) {
        return method.isAnnotatedWith(OpenToAll.class) || method.isMetaAnnotatedWith(Requires.class);
    }

    private static boolean asks(JavaMethod method, JavaClass type) {
        return type.tryGetMethod(
                        method.getName(),
                        method.getRawParameterTypes().stream()
                                .map(JavaClass::getName)
                                .toArray(String[]::new))
                .filter(Conditions::asks)
                .isPresent();
    }

    static ArchCondition<JavaMethod> mentionNoEntity() {
        return condition(
                "mention no entity",
                method -> Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .noneMatch(type -> Layer.of(type) == Layer.ENTITY && !type.isEnum()));
    }

    static ArchCondition<JavaClass> askTheSystemForTheTime() {
        return accesses("ask the system for the time", access -> {
            if (!(access instanceof JavaMethodCall call)) {
                return false;
            }
            String owner = call.getTargetOwner().getName();
            boolean now = call.getName().equals("now")
                    && owner.startsWith("java.time.")
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isEquivalentTo(Clock.class));
            return now || CLOCKS_OF_THE_SYSTEM.contains(owner + "." + call.getName());
        });
    }

    static ArchCondition<JavaClass> printToTheConsole() {
        return accesses(
                "print to the console",
                access -> access.getTargetOwner().isEquivalentTo(System.class)
                                && List.of("out", "err").contains(access.getName())
                        || access.getName().equals("printStackTrace"));
    }

    /** A list that a form begins with or is given takes what a request puts into it. */
    static ArchCondition<JavaClass> makeListsThatCannotChange() {
        return accesses("make lists that cannot change", access -> {
            String owner = access.getTargetOwner().getName();
            String maker = access.getOrigin().getName();
            boolean list =
                    owner.equals("java.util.List") && List.of("of", "copyOf").contains(access.getName())
                            || owner.equals("java.util.stream.Stream")
                                    && access.getName().equals("toList")
                            || owner.equals("java.util.Collections");
            return list && (maker.equals("<init>") || maker.startsWith("set"));
        });
    }

    static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package that is null-marked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetAnnotationOfType(NullMarked.class)
                        .isPresent();
                events.add(
                        new SimpleConditionEvent(type, marked, type.getName() + " in a package without @NullMarked"));
            }
        };
    }

    private static ArchCondition<JavaClass> accesses(String description, Predicate<JavaAccess<?>> forbidden) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf()
                        .forEach(access -> events.add(
                                new SimpleConditionEvent(access, forbidden.test(access), access.getDescription())));
            }
        };
    }

    private static <T extends JavaMember> ArchCondition<T> condition(String description, Predicate<T> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T member, ConditionEvents events) {
                events.add(new SimpleConditionEvent(member, holds.test(member), member.getFullName()));
            }
        };
    }
}
