package org.xuanpai.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xuanpai.IntegrationTest;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.Requires;
import org.xuanpai.shared.Role;

/** Every address is in {@code docs/access.md}, and is open to exactly those whom the table names. */
@IntegrationTest
class AccessIT {

    private static final String EVERYBODY = "everybody";
    private static final String SIGNED_IN = "signed in";
    private static final String DENIED = "denied";
    private static final String ANY_METHOD = "ANY";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private Database database;

    private Map<String, String> requests = Map.of();

    @BeforeEach
    void readTheTable() {
        requests = AccessTable.read(AccessTable.REQUESTS);
    }

    @Test
    void everyAddressIsListed() {
        assertThat(addresses()).containsExactlyInAnyOrderElementsOf(requests.keySet());
    }

    @Test
    void everyFilterIsListed() {
        Set<String> filters = new TreeSet<>();
        context.getBeansOfType(Filter.class).values().forEach(filter -> filters.add(name(filter)));
        context.getBeansOfType(FilterChainProxy.class).values().stream()
                .flatMap(proxy -> proxy.getFilterChains().stream())
                .flatMap(chain -> chain.getFilters().stream())
                .forEach(filter -> filters.add(name(filter)));

        assertThat(filters)
                .containsExactlyInAnyOrderElementsOf(
                        AccessTable.read(AccessTable.FILTERS).keySet());
    }

    @Test
    void whoeverIsNotSignedInSeesWhatIsForEverybody() {
        WebUser nobody = WebUser.anonymous(mvc);
        requests.forEach((request, who) ->
                assertThat(sendsToLogin(send(nobody, request))).as(request).isEqualTo(!who.equals(EVERYBODY)));
    }

    @Test
    void everyRoleIsRefusedWhatItHasNoPermissionFor() {
        List<String> let = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        TestCounty county = given.county(1, 0, 1);
        people(county).forEach(person -> {
            WebUser user = WebUser.signedIn(mvc, person);
            requests.forEach((request, who) -> {
                int status = status(user, request);
                if (!may(person.role(), who) && !isRefusal(request, status)) {
                    let.add(person.role() + " " + request + " " + status);
                }
                if (may(person.role(), who) && (status == 403 || status >= 500)) {
                    kept.add(person.role() + " " + request + " " + status);
                }
            });
        });
        assertThat(let).as("let in without permission").isEmpty();
        assertThat(kept).as("kept out in spite of a permission").isEmpty();
    }

    @Test
    void aFormIsRefusedBeforeItIsReadAndTheTrailKnows() {
        List<Person> people = people(given.county(1, 0, 1)).toList();
        Map<Person, WebUser> users = new HashMap<>();
        requests.forEach((request, who) -> {
            if (request.startsWith("POST ") && !who.equals(EVERYBODY)) {
                people.stream().filter(one -> !may(one.role(), who)).findFirst().ifPresent(person -> {
                    WebUser user = users.computeIfAbsent(person, one -> WebUser.signedIn(mvc, one));
                    int before = refusals(person);

                    assertThat(user.post(path(request))).as(request).hasStatus(403);
                    assertThat(refusals(person)).as(request).isEqualTo(before + 1);
                });
            }
        });
        assertThat(users).isNotEmpty();
    }

    /** A new form is not forgotten: its handler names what the table says. */
    @Test
    void whatTakesAFormAsksForThePermissionOfTheTable() {
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, handler) -> addresses(info).stream()
                        .filter(address -> address.startsWith("POST "))
                        .filter(address -> !EVERYBODY.equals(requests.get(address)))
                        .forEach(address -> assertThat(asks(handler))
                                .as(address)
                                .isEqualTo(Set.of(
                                        String.valueOf(requests.get(address)).split(" or ")))));
    }

    private static Set<String> asks(HandlerMethod handler) {
        return AnnotatedElementUtils.findAllMergedAnnotations(handler.getMethod(), Requires.class).stream()
                .map(required -> required.value().name())
                .collect(Collectors.toSet());
    }

    private int refusals(Person person) {
        return Objects.requireNonNull(database.owner()
                .queryForObject(
                        "select count(*) from trail_entry where actor_id = ? and outcome = 'REFUSED'",
                        Integer.class,
                        person.user().accountId()));
    }

    @Test
    void filesAreForEverybody() {
        WebUser nobody = WebUser.anonymous(mvc);
        assertThat(AccessTable.read(AccessTable.FILES).keySet())
                .allSatisfy(file -> assertThat(nobody.get(file).getResponse().getStatus())
                        .as(file)
                        .isEqualTo(200));
    }

    /** By the addresses that pages really use, which carry versions and fingerprints. */
    @Test
    void everyFileOfAPageIsGivenOut() {
        WebUser nobody = WebUser.anonymous(mvc);
        List<String> files = Pattern.compile("(?:href|src)=\"(/[^\"]+\\.(?:css|js|svg))\"")
                .matcher(WebUser.body(nobody.get("/login")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(files)
                .hasSizeGreaterThan(2)
                .allSatisfy(file -> assertThat(nobody.get(file)).as(file).hasStatusOk());
    }

    @Test
    void whatIsNotListedIsDenied() {
        WebUser organizer = WebUser.signedIn(mvc, given.county().first());
        assertThat(Stream.of(
                                "/nowhere",
                                "/actuator",
                                "/actuator/env",
                                "/account.html",
                                "/h2-console",
                                "/webjars/tabler__core/dist/js/tabler.min.js",
                                "/webjars/tabler__core/dist/css/tabler.css",
                                "/webjars/tabler__core/1.4.0/dist/js/tabler.min.js",
                                "/webjars/tabler__icons/icons/outline/printer.svg")
                        .map(path -> organizer.get(path).getResponse().getStatus()))
                .allSatisfy(status -> assertThat(status).isIn(403, 404));
    }

    private Stream<Person> people(TestCounty county) {
        return Arrays.stream(Role.values())
                .filter(role -> !role.isSystem())
                .map(role -> role == Role.BUREAU
                        ? given.bureau(county.id(), FigureIssuer.STATISTICS)
                        : given.person(role, unitFor(role, county)));
    }

    private static @org.jspecify.annotations.Nullable UUID unitFor(Role role, TestCounty county) {
        return switch (role.level()) {
            case INSTALLATION -> null;
            case TOWNSHIP -> county.township();
            case COUNTY, BUREAU, CITY, VILLAGE -> county.id();
        };
    }

    private static boolean may(Role role, String who) {
        return who.equals(EVERYBODY)
                || who.equals(SIGNED_IN)
                || !who.equals(DENIED)
                        && Arrays.stream(who.split(" or "))
                                .map(Permission::valueOf)
                                .anyMatch(role::allows);
    }

    /** Whoever has no permission is told so before a form is read. */
    private static boolean isRefusal(String request, int status) {
        return status == 403 || (status == 404 && !request.startsWith("POST"));
    }

    private static boolean sendsToLogin(MvcTestResult answer) {
        String target = answer.getResponse().getRedirectedUrl();
        return target != null && target.endsWith("/login");
    }

    /** What no error page caught counts as a failure of the server, too. */
    private static int status(WebUser user, String request) {
        try {
            return send(user, request).getResponse().getStatus();
        } catch (IllegalStateException uncaught) {
            throw new AssertionError(request + " fails", uncaught);
        }
    }

    private static MvcTestResult send(WebUser user, String request) {
        String path = path(request);
        // what some pages insist on, so that they get as far as asking for the permission
        return request.startsWith("POST ")
                ? user.post(path, "format", "csv", "year", "2026")
                : user.get(path + "?format=csv&year=2026");
    }

    private static String path(String request) {
        return request.replaceFirst("[A-Z]+ ", "")
                .replace("{month}", "2026-10")
                .replace("{year}", "2026")
                .replace("**", "nothing")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    private Set<String> addresses() {
        Set<String> addresses = new TreeSet<>();
        context.getBeansOfType(HandlerMapping.class).values().forEach(mapping -> {
            if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
                methods.getHandlerMethods().keySet().forEach(info -> addresses.addAll(addresses(info)));
            } else if (mapping instanceof AbstractUrlHandlerMapping files) {
                files.getHandlerMap().keySet().forEach(pattern -> addresses.add("GET " + pattern));
            } else if (mapping instanceof RouterFunctionMapping routes) {
                assertThat(routes.getRouterFunction())
                        .as("routes are written as controllers")
                        .isNull();
            }
        });
        return addresses;
    }

    private static List<String> addresses(RequestMappingInfo info) {
        List<String> methods =
                info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
        return info.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty() ? List.of(ANY_METHOD) : methods)
                        .stream().map(method -> method + " " + (pattern.isEmpty() ? "/" : pattern)))
                .toList();
    }

    private static String name(Filter filter) {
        Class<?> type = Objects.requireNonNull(filter).getClass();
        return type.isAnonymousClass() ? type.getSuperclass().getSimpleName() : type.getSimpleName();
    }
}
