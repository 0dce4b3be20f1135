package org.xuanpai.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.account.service.AccountService;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.Role;

@IntegrationTest
class SignInIT {

    @Autowired
    private Given given;

    @Autowired
    private AccountService accounts;

    @Autowired
    private Database database;

    @Autowired
    private MutableClock clock;

    @Autowired
    private MockMvcTester mvc;

    private Person owner;

    @BeforeEach
    void somebodyHasAnAccount() {
        owner = given.person(Role.AUDITOR, null);
    }

    @Test
    void unknownWrongLockedAndDisabledGiveTheSameAnswer() {
        Person locked = given.person(Role.AUDITOR, null);
        database.owner()
                .update(
                        "update credential set locked_until = now() + interval '1 hour' where account_id = ?",
                        locked.user().accountId());
        Person disabled = given.person(Role.AUDITOR, null);
        Person administrator = given.person(Role.SYSTEM_ADMIN, null);
        ScopeContext.run(
                administrator.user(),
                () -> accounts.disable(administrator.user(), disabled.user().accountId()));

        String wrong = answer("/login", owner.username(), "not the password");
        assertThat(wrong).contains("302 /login?error");
        assertThat(answer("/login", "nobody.at.all", Person.PASSWORD)).isEqualTo(wrong);
        assertThat(answer("/login", locked.username(), Person.PASSWORD)).isEqualTo(wrong);
        assertThat(answer("/login", disabled.username(), Person.PASSWORD)).isEqualTo(wrong);
        assertThat(reasons()).containsSubsequence("wrong password", "unknown user name", "locked", "disabled");
    }

    @Test
    void fiveWrongTriesLockTheAccountForAQuarterOfAnHour() {
        clock.set("2026-11-10T09:00");
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("wrong " + i)).isEqualTo("/login?error");
        }

        assertThat(signIn(Person.PASSWORD)).as("locked").isEqualTo("/login?error");
        clock.advance(Duration.ofMinutes(15));
        assertThat(signIn(Person.PASSWORD)).isEqualTo("/");
    }

    @Test
    void aGoodLogInForgivesEarlierTries() {
        for (int i = 0; i < 4; i++) {
            signIn("wrong " + i);
        }
        assertThat(signIn(Person.PASSWORD)).isEqualTo("/");
        signIn("wrong again");
        assertThat(signIn(Person.PASSWORD)).isEqualTo("/");
    }

    @Test
    void manyTriesAtOnceGetNoMoreThanTheLimit() throws Exception {
        OffsetDateTime now = OffsetDateTime.parse("2026-11-10T09:00:00Z");
        Callable<Boolean> attempt = () -> database.application()
                .queryForObject(
                        "select sign_in_attempt(?, 5, ?, ?)",
                        Boolean.class,
                        owner.user().accountId(),
                        now,
                        now.plusMinutes(15));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            int granted = 0;
            for (Future<Boolean> each : threads.invokeAll(
                    IntStream.range(0, 40).mapToObj(i -> attempt).toList())) {
                granted += each.get() ? 1 : 0;
            }
            assertThat(granted).isEqualTo(5);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void logInsOfOnePersonAtOnceDoNotLockEachOtherOut() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            // a server that has no time says so; that is no lock
            Callable<String> once = () -> {
                String target = signIn(Person.PASSWORD);
                return target.equals("/login?busy") ? signIn(Person.PASSWORD) : target;
            };
            for (Future<String> each :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> once).toList())) {
                assertThat(each.get()).isEqualTo("/");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theUserNameIsTakenInAnyCaseWithBlanksAround() {
        MvcTestResult answer = WebUser.anonymous(mvc)
                .post(
                        "/login",
                        "username",
                        "  " + owner.username().toUpperCase(java.util.Locale.ROOT) + " ",
                        "password",
                        Person.PASSWORD);

        assertThat(answer).hasRedirectedUrl("/");
    }

    @Test
    void somebodyWithoutAValidDutyStaysOutside() {
        database.owner()
                .update(
                        "update duty set valid_to = valid_from where account_id = ?",
                        owner.user().accountId());

        assertThat(signIn(Person.PASSWORD)).isEqualTo("/login?error");
    }

    @Test
    void thePageAskedForComesAfterTheLogInAndNoOtherHost() {
        WebUser user = WebUser.anonymous(mvc);
        assertThat(user.get("/trail?text=x")).hasRedirectedUrl("/login");

        assertThat(user.post("/login", "username", owner.username(), "password", Person.PASSWORD))
                .hasRedirectedUrl("/trail?text=x");

        WebUser misled = WebUser.anonymous(mvc);
        misled.cookies()
                .put(
                        "REDIRECT_URI",
                        new jakarta.servlet.http.Cookie(
                                "REDIRECT_URI",
                                java.util.Base64.getEncoder()
                                        .encodeToString("https://elsewhere.example//x"
                                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        assertThat(misled.post("/login", "username", owner.username(), "password", Person.PASSWORD))
                .hasRedirectedUrl("/");
    }

    private String signIn(String password) {
        return String.valueOf(WebUser.anonymous(mvc)
                .post("/login", "username", owner.username(), "password", password)
                .getResponse()
                .getRedirectedUrl());
    }

    /** Everything a browser gets to see, the page behind the redirect included; tokens taken out. */
    private String answer(String path, String username, String password) {
        WebUser user = WebUser.anonymous(mvc);
        MvcTestResult answer = user.post(path, "username", username, "password", password);
        String page = WebUser.body(user.follow(answer)).replaceAll("name=\"_csrf\"\\s+value=\"[^\"]+\"", "");
        return answer.getResponse().getStatus() + " " + answer.getResponse().getRedirectedUrl()
                + answer.getResponse().getHeaderNames() + page;
    }

    private List<@Nullable String> reasons() {
        return database.owner()
                .queryForList(
                        "select substr(details, 8) from trail_entry where action = 'account.signInFailed' order by seq",
                        String.class);
    }
}
