package org.xuanpai.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Service;
import org.xuanpai.architecture.Program;
import org.xuanpai.shared.OpenToAll;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.Requires;
import org.xuanpai.shared.Role;

/** {@code docs/access.md} is reviewed by people; it says what the code says, both ways. */
class AccessTableTests {

    private static final String SERVICES = "..service..";

    @Test
    void permissionsBelongToTheRolesOfTheTable() {
        Map<String, String> code =
                Arrays.stream(Permission.values()).collect(Collectors.toMap(Permission::name, AccessTableTests::roles));
        AccessTable.write(AccessTable.PERMISSIONS, code);

        assertThat(AccessTable.read(AccessTable.PERMISSIONS)).isEqualTo(new TreeMap<>(code));
    }

    @Test
    void serviceMethodsAskForThePermissionOfTheTable() {
        Map<String, String> code = serviceMethods();
        AccessTable.write(AccessTable.SERVICE_METHODS, code);

        assertThat(AccessTable.read(AccessTable.SERVICE_METHODS)).isEqualTo(code);
    }

    @Test
    void systemActorsAreNobodysRole() {
        assertThat(Role.values())
                .filteredOn(Role::isSystem)
                .allSatisfy(
                        role -> assertThat(role.allows(Permission.OWN_ACCOUNT)).isFalse());
        assertThat(Role.ADMINISTRATORS)
                .allSatisfy(role -> assertThat(role.level()).isEqualTo(Role.Level.INSTALLATION));
    }

    private static String roles(Permission permission) {
        return Arrays.stream(Role.values())
                .filter(role -> role.allows(permission))
                .map(Role::name)
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> serviceMethods() {
        Map<String, String> methods = new TreeMap<>();
        Program.CLASSES.stream()
                .filter(JavaClass.Predicates.resideInAPackage(SERVICES))
                .filter(type -> type.isAnnotatedWith(Service.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> isPublicUseCase(method))
                .forEach(method -> {
                    String name = method.getOwner().getSimpleName() + "." + method.getName();
                    String before = methods.put(name, demand(method));
                    if (before != null && !before.equals(demand(method))) {
                        throw new AssertionError(name + " asks for different things");
                    }
                });
        return methods;
    }

    private static boolean isPublicUseCase(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static String demand(JavaMethod method) {
        return method.tryGetAnnotationOfType(OpenToAll.class)
                .map(open -> "open: " + open.value())
                .orElseGet(() -> method.getAnnotations().stream()
                        .filter(annotation -> annotation.getRawType().isAnnotatedWith(Requires.class))
                        .map(annotation -> annotation.getRawType().getSimpleName())
                        .collect(Collectors.joining(", ")));
    }
}
