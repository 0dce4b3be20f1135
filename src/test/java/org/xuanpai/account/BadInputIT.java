package org.xuanpai.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xuanpai.IntegrationTest;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.Role;

@IntegrationTest
class BadInputIT {

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "a\nb\tc",
            "\u202Eabc",
            "👩‍👩‍👧",
            "龘䶮𠮷",
            "\uD800",
            "' or 1=1 --",
            "%_\\",
            "<script>alert(1)</script>",
            "${7*7}",
            "__${7*7}__",
            "x".repeat(10_000),
            "９９９",
            "-1",
            "99999999999999999999",
            "NaN");

    @Autowired
    private Given given;

    @Autowired
    private Database database;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void noFormOfTheAdministratorsBreaks() {
        WebUser system = WebUser.signedIn(mvc, given.person(Role.SYSTEM_ADMIN, null));
        WebUser security = WebUser.signedIn(mvc, given.person(Role.SECURITY_ADMIN, null));
        String systemToken = system.csrf();
        String securityToken = security.csrf();
        String before = rows();
        List<String> broken = new ArrayList<>();
        for (String value : HOSTILE) {
            post(broken, system, systemToken, "/accounts", "username", value, "displayName", "张三");
            post(broken, system, systemToken, "/accounts", "username", "Good.", "displayName", value);
            post(broken, system, systemToken, "/accounts", "username", value, "username", value, "class", value);
            post(broken, security, securityToken, "/duties", "username", value, "role", "AUDITOR");
            post(broken, security, securityToken, "/duties", "username", "a", "role", value);
            post(broken, security, securityToken, "/duties", "username", "a", "role", "BUREAU", "unitCode", value);
            post(
                    broken,
                    security,
                    securityToken,
                    "/duties",
                    "username",
                    "a",
                    "role",
                    "BUREAU",
                    "unitCode",
                    "99",
                    "bureauName",
                    value);
            post(broken, security, securityToken, "/account/duty", "duty", value);
            post(
                    broken,
                    security,
                    securityToken,
                    "/account/password",
                    "oldPassword",
                    value,
                    "password",
                    value,
                    "repeated",
                    value);
            post(broken, security, securityToken, "/account/activation/x", "password", value, "repeated", "y" + value);
        }
        for (String path :
                List.of("/accounts", "/accounts/x/disabled", "/accounts/" + UUID.randomUUID() + "/invitation")) {
            post(broken, system, systemToken, path);
        }
        for (String path : List.of(
                "/duties",
                "/duties/x/end",
                "/duties/" + UUID.randomUUID() + "/end",
                "/account/duty",
                "/account/password")) {
            post(broken, security, securityToken, path);
        }

        assertThat(broken).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aRequestCannotPutNothingWhereAFormHoldsAText() {
        WebUser system = WebUser.signedIn(mvc, given.person(Role.SYSTEM_ADMIN, null));
        WebUser security = WebUser.signedIn(mvc, given.person(Role.SECURITY_ADMIN, null));
        for (String prefix : List.of("_", "!")) {
            for (String field : List.of("oldPassword", "password", "repeated")) {
                assertThat(system.post("/account/password", prefix + field, "")).hasStatus(422);
                assertThat(system.post("/account/activation/x", prefix + field, ""))
                        .hasStatus(410);
            }
            assertThat(system.post("/accounts", prefix + "username", "", prefix + "displayName", ""))
                    .hasStatus(422)
                    .bodyText()
                    .doesNotContain("Exception");
            assertThat(security.post("/duties", prefix + "username", "", prefix + "unitCode", ""))
                    .hasStatus(422)
                    .bodyText()
                    .doesNotContain("Exception");
        }
    }

    @Test
    void noListBreaks() {
        WebUser system = WebUser.signedIn(mvc, given.person(Role.SYSTEM_ADMIN, null));
        WebUser security = WebUser.signedIn(mvc, given.person(Role.SECURITY_ADMIN, null));
        WebUser auditor = WebUser.signedIn(mvc, given.person(Role.AUDITOR, null));
        List<String> broken = new ArrayList<>();
        for (String value : HOSTILE) {
            for (String name : List.of("text", "page")) {
                get(broken, system, "/accounts?" + name + "={v}", value);
                get(broken, security, "/duties?" + name + "={v}", value);
            }
            for (String name : List.of("text", "before", "refused", "lang")) {
                get(broken, auditor, "/trail?" + name + "={v}", value);
            }
            get(broken, auditor, "/trail/export?format={v}", value);
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void theLogInDoesNotBreak() {
        Person somebody = given.person(Role.AUDITOR, null);
        WebUser visitor = WebUser.anonymous(mvc);
        String token = visitor.csrf();
        List<String> broken = new ArrayList<>();
        for (String value : HOSTILE) {
            post(broken, visitor, token, "/login", "username", value, "password", value);
            post(
                    broken,
                    visitor,
                    token,
                    "/login",
                    "username",
                    somebody.username() + value,
                    "password",
                    Person.PASSWORD + "x");
            get(broken, visitor, "/login?as={v}", value);
        }
        post(broken, visitor, token, "/login");

        assertThat(broken).isEmpty();
    }

    @Test
    void whatIsTypedStaysTextOnThePage() {
        WebUser system = WebUser.signedIn(mvc, given.person(Role.SYSTEM_ADMIN, null));

        assertThat(system.post("/accounts", "username", "<b>${7*7}</b>", "displayName", "<i>x</i>"))
                .hasStatus(422)
                .bodyText()
                .contains("&lt;b&gt;${7*7}&lt;/b&gt;")
                .doesNotContain("<i>x</i>");
    }

    private static void post(List<String> broken, WebUser user, String token, String path, String... values) {
        note(
                broken,
                path + " " + String.join("|", values),
                user.postWithToken(token, path, values).getResponse().getStatus());
    }

    private static void get(List<String> broken, WebUser user, String path, String value) {
        note(broken, path + " " + value, user.get(path, value).getResponse().getStatus());
    }

    private static void note(List<String> broken, String what, int status) {
        if (status >= 500) {
            broken.add(status + " " + what.substring(0, Math.min(120, what.length())));
        }
    }

    private String rows() {
        return Objects.requireNonNull(database.owner()
                .queryForObject(
                        "select (select count(*) from account) || ' ' || (select count(*) from duty) || ' ' || (select count(*) from one_time_link)",
                        String.class));
    }
}
