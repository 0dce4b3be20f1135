package org.xuanpai.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
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
class ActivationIT {

    private static final String GOOD = "a river runs past nine bridges ";

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

    private Person administrator;
    private Person owner;
    private WebUser visitor;

    @BeforeEach
    void somebodyIsInvited() {
        administrator = given.person(Role.SYSTEM_ADMIN, null);
        owner = given.person(Role.AUDITOR, null);
        visitor = WebUser.anonymous(mvc);
    }

    @Test
    void aLinkWorksOnceAndThePasswordIsTakenAsTyped() {
        String link = link();

        assertThat(choose(link, GOOD)).hasRedirectedUrl("/login");

        WebUser.signedIn(mvc, owner.username(), GOOD);
        assertThat(signIn(GOOD.strip())).isEqualTo("/login?error");
        assertThat(choose(link, "another good password")).hasStatus(410);
        assertThat(visitor.get(link)).hasStatus(410);
    }

    @Test
    void aUsedLinkVoidsAllOthers() {
        String first = link();
        String second = link();
        choose(second, GOOD);

        assertThat(visitor.get(first)).hasStatus(410);
    }

    @Test
    void aLinkLivesADay() {
        String link = link();

        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(visitor.get(link)).hasStatusOk();
        clock.advance(Duration.ofSeconds(1));
        assertThat(visitor.get(link)).hasStatus(410);
        assertThat(choose(link, GOOD)).hasStatus(410);
    }

    @Test
    void aWeakPasswordIsSaidAtItsFieldAndLeavesTheLinkUsable() {
        String link = link();

        assertThat(choose(link, "too short")).hasStatus(422).bodyText().contains("f-password-error");
        assertThat(visitor.post(link, "password", GOOD, "repeated", GOOD + "x"))
                .hasStatus(422)
                .bodyText()
                .contains("f-repeated-error")
                .doesNotContain(GOOD.strip());
        assertThat(choose(link, GOOD)).hasStatus(302);
    }

    @Test
    void theLinkOfADisabledAccountIsNotUsable() {
        String link = link();
        act(() -> accounts.disable(administrator.user(), owner.user().accountId()));

        assertThat(visitor.get(link)).hasStatus(410);
    }

    @Test
    void anUnknownLinkLooksLikeAUsedOne() {
        assertThat(visitor.get("/account/activation/nothing")).hasStatus(410);
        assertThat(visitor.get("/account/activation/{token}", "龘".repeat(200))).hasStatus(410);
    }

    @Test
    void theDatabaseKnowsOnlyTheHashOfALink() {
        String token = link().substring("/account/activation/".length());

        assertThat(database.owner()
                        .queryForObject(
                                "select count(*) from one_time_link where token_hash = sha256(convert_to(?, 'UTF8'))",
                                Integer.class,
                                token))
                .isOne();
        assertThat(database.application()
                        .queryForObject("select has_table_privilege('one_time_link', 'select')", Boolean.class))
                .isFalse();
        assertThat(database.application()
                        .queryForObject("select has_table_privilege('credential', 'select')", Boolean.class))
                .isFalse();
    }

    @Test
    void aNewPasswordEndsEverySessionOfItsOwner() {
        WebUser elsewhere = WebUser.signedIn(mvc, owner);
        choose(link(), GOOD);

        assertThat(elsewhere.get("/trail")).hasStatus(302);
    }

    @Test
    void changingOnesOwnPasswordNeedsTheOldOne() {
        WebUser user = WebUser.signedIn(mvc, owner);

        assertThat(user.post("/account/password", "oldPassword", "wrong", "password", GOOD, "repeated", GOOD))
                .hasStatus(422)
                .bodyText()
                .contains("f-oldPassword-error");
        assertThat(user.post("/account/password", "oldPassword", Person.PASSWORD, "password", GOOD, "repeated", GOOD))
                .hasRedirectedUrl("/login");
        assertThat(user.get("/trail")).hasStatus(302);
        WebUser.signedIn(mvc, owner.username(), GOOD);
    }

    @Test
    void wrongOldPasswordsCountLikeWrongLogIns() {
        WebUser user = WebUser.signedIn(mvc, owner);
        for (int tries = 1; tries <= 5; tries++) {
            assertThat(change(user, "wrong")).hasStatus(422);
        }

        assertThat(change(user, Person.PASSWORD)).as("locked").hasStatus(422);
        assertThat(signIn(Person.PASSWORD)).as("locked for log-ins too").isEqualTo("/login?error");
        clock.advance(Duration.ofMinutes(15));
        assertThat(change(user, Person.PASSWORD)).hasRedirectedUrl("/login");
    }

    @Test
    void wrongLogInsCountWhereTheOldPasswordIsAskedForToo() {
        WebUser user = WebUser.signedIn(mvc, owner);
        for (int tries = 1; tries <= 5; tries++) {
            signIn("wrong");
        }

        assertThat(change(user, Person.PASSWORD)).hasStatus(422);
    }

    @Test
    void nobodyChangesAnothersPasswordInTheDatabase() {
        String before = hashOf(owner);
        for (String acting : new String[] {"", administrator.user().accountId().toString()}) {
            database.application()
                    .queryForObject(
                            "with acts as (select set_config('app.account', ?, true))"
                                    + " select change_password(?, 'stolen', now())::text from acts",
                            String.class,
                            acting,
                            owner.user().accountId());
        }

        assertThat(hashOf(owner)).isEqualTo(before);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult change(WebUser user, String old) {
        return user.post("/account/password", "oldPassword", old, "password", GOOD, "repeated", GOOD);
    }

    private String hashOf(Person person) {
        return String.valueOf(database.owner()
                .queryForObject(
                        "select password_hash from credential where account_id = ?",
                        String.class,
                        person.user().accountId()));
    }

    /** A link for an account without password, which nobody has to confirm; with one: {@link PasswordResetIT}. */
    private String link() {
        database.owner()
                .update(
                        "delete from credential where account_id = ?",
                        owner.user().accountId());
        return "/account/activation/"
                + ScopeContext.call(
                                administrator.user(),
                                () -> accounts.invite(
                                        administrator.user(), owner.user().accountId()))
                        .token();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult choose(String link, String password) {
        return visitor.post(link, "password", password, "repeated", password);
    }

    private String signIn(String password) {
        return String.valueOf(WebUser.anonymous(mvc)
                .post("/login", "username", owner.username(), "password", password)
                .getResponse()
                .getRedirectedUrl());
    }

    private void act(Runnable work) {
        ScopeContext.run(administrator.user(), work);
    }
}
