package org.xuanpai.account.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.account.SetUpRefused;
import org.xuanpai.account.ThreePersonsNeeded;
import org.xuanpai.account.service.SetUpService.Administrator;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.Role;

// a context of its own, since the set-up asks whether there is any account at all
@IntegrationTest(properties = "test.context=set-up")
class SetUpIT {

    private static final Pattern LINK = Pattern.compile("/account/activation/[A-Za-z0-9_-]+");

    @Autowired
    private SetUpService setUp;

    @Autowired
    private Database database;

    @Autowired
    private MockMvcTester mvc;

    @BeforeEach
    void nothingIsSetUp() {
        database.owner().execute("truncate account, credential, one_time_link, duty, set_up cascade");
    }

    @Test
    void theLogInPageLeadsToTheSetUpUntilItIsDone() {
        assertThat(WebUser.anonymous(mvc).get("/login")).hasRedirectedUrl("/set-up");
    }

    @Test
    void onePageMakesThreeAdministratorsWhoCanChooseTheirPasswords() {
        WebUser visitor = WebUser.anonymous(mvc);

        MvcTestResult done = send(visitor, setUp.newCode(), "sys", "sec", "aud");

        assertThat(done).hasStatusOk();
        Matcher link = LINK.matcher(WebUser.body(done));
        assertThat(link.results().distinct()).hasSize(3);
        assertThat(database.owner()
                        .queryForList(
                                "select role || ' ' || username from duty join account on account.id = account_id order by 1",
                                String.class))
                .containsExactly("AUDITOR aud", "SECURITY_ADMIN sec", "SYSTEM_ADMIN sys");
        link.reset();
        assertThat(link.find()).isTrue();
        assertThat(WebUser.anonymous(mvc).get(link.group())).hasStatusOk();
    }

    @Test
    void thePageIsGoneOnceUsed() {
        WebUser visitor = WebUser.anonymous(mvc);
        String code = setUp.newCode();
        String token = token(visitor);
        assertThat(send(visitor, code, "sys", "sec", "aud")).hasStatusOk();

        assertThat(WebUser.anonymous(mvc).get("/set-up")).hasStatus(404);
        assertThat(visitor.postWithToken(token, "/set-up", "code", code)).hasStatus(404);
        assertThatThrownBy(() -> setUp.complete(code, three("a.a", "b.b", "c.c")))
                .isInstanceOf(SetUpRefused.class);
    }

    @Test
    void aWrongCodeIsSaidAtItsFieldAndChangesNothing() {
        setUp.newCode();

        MvcTestResult refused = send(WebUser.anonymous(mvc), "not the code", "sys", "sec", "aud");

        assertThat(refused).hasStatus(422).bodyText().contains("f-code-error").contains("value=\"sec\"");
        assertThat(accounts()).isZero();
    }

    @Test
    void whateverIsTypedIsSaidInTheFormAndMakesNobody() {
        String code = setUp.newCode();
        WebUser visitor = WebUser.anonymous(mvc);
        for (String value : List.of(
                "",
                "\0",
                "a\0b",
                "\u202Eabc",
                "\uD800",
                "' or 1=1 --",
                "<script>alert(1)</script>",
                "${7*7}",
                "x".repeat(10_000))) {
            assertThat(send(visitor, value, "sys", "sec", "aud")).hasStatus(422);
            assertThat(send(visitor, code, value, "sec", "aud")).hasStatus(422);
        }
        for (String field : List.of(
                "system[0]", "system.username[0]", "system.username[abc]", "persons[x].username", "code.x", "_code")) {
            assertThat(visitor.postWithToken(token(visitor), "/set-up", field, "x")
                            .getResponse()
                            .getStatus())
                    .as(field)
                    .isBetween(400, 499);
        }
        assertThat(accounts()).isZero();
    }

    @Test
    void theCodeOfAnEarlierStartIsVoid() {
        String earlier = setUp.newCode();
        setUp.newCode();

        assertThatThrownBy(() -> setUp.complete(earlier, three("sys", "sec", "aud")))
                .isInstanceOf(SetUpRefused.class);
    }

    @Test
    void twoOfThemCannotBeOnePerson() {
        String code = setUp.newCode();

        assertThatThrownBy(() -> setUp.complete(code, three("same", "same", "aud")))
                .isInstanceOf(ThreePersonsNeeded.class);
        assertThat(accounts()).isZero();
        assertThat(setUp.complete(code, three("sys", "sec", "aud")))
                .as("the code is not burnt by that")
                .hasSize(3);
    }

    @Test
    void ofTwoSetUpsAtOnceOneWins() throws Exception {
        String code = setUp.newCode();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> both = List.of(
                    () -> succeeds(code, three("sys.one", "sec.one", "aud.one")),
                    () -> succeeds(code, three("sys.two", "sec.two", "aud.two")));
            int won = 0;
            for (Future<Boolean> each : threads.invokeAll(both)) {
                won += each.get() ? 1 : 0;
            }
            assertThat(won).isOne();
        } finally {
            threads.shutdownNow();
        }
        assertThat(accounts()).isEqualTo(3);
    }

    private boolean succeeds(String code, Map<Role, Administrator> persons) {
        try {
            setUp.complete(code, persons);
            return true;
        } catch (SetUpRefused lost) {
            return false;
        }
    }

    private int accounts() {
        return Objects.requireNonNull(database.owner().queryForObject("select count(*) from account", Integer.class));
    }

    private static MvcTestResult send(WebUser visitor, String code, String system, String security, String auditor) {
        return visitor.postWithToken(
                token(visitor),
                "/set-up",
                "code",
                code,
                "system.username",
                system,
                "system.displayName",
                "林静",
                "security.username",
                security,
                "security.displayName",
                "赵海",
                "auditor.username",
                auditor,
                "auditor.displayName",
                "沈清");
    }

    private static String token(WebUser visitor) {
        Matcher token =
                Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"").matcher(WebUser.body(visitor.get("/set-up")));
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static Map<Role, Administrator> three(String system, String security, String auditor) {
        return Map.of(
                Role.SYSTEM_ADMIN,
                new Administrator(system, "林静"),
                Role.SECURITY_ADMIN,
                new Administrator(security, "赵海"),
                Role.AUDITOR,
                new Administrator(auditor, "沈清"));
    }
}
