package org.xuanpai.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.account.service.PasswordResetService;
import org.xuanpai.fixture.AtOnce;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.Role;

/** Nobody takes over an account alone: the reset of a password takes two administrators, each with one half. */
@IntegrationTest
class PasswordResetIT {

    private static final String GOOD = "a river runs past nine bridges";
    private static final String WRONG_CODE = "2222-2222-2222";
    private static final Pattern LINK = Pattern.compile("/account/activation/[A-Za-z0-9_-]+");
    private static final Pattern CODE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");

    @Autowired
    private Given given;

    @Autowired
    private PasswordResetService resets;

    @Autowired
    private Database database;

    @Autowired
    private MutableClock clock;

    @Autowired
    private MockMvcTester mvc;

    private Person systemPerson;
    private Person securityPerson;
    private Person owner;
    private WebUser system;
    private WebUser security;
    private WebUser auditor;
    private WebUser visitor;

    @BeforeEach
    void somebodyForgotThePassword() {
        systemPerson = given.person(Role.SYSTEM_ADMIN, null);
        securityPerson = given.person(Role.SECURITY_ADMIN, null);
        owner = given.person(Role.COUNTY_LEADER, given.county().id());
        system = WebUser.signedIn(mvc, systemPerson);
        security = WebUser.signedIn(mvc, securityPerson);
        auditor = WebUser.signedIn(mvc, given.person(Role.AUDITOR, null));
        visitor = WebUser.anonymous(mvc);
    }

    @Test
    void twoAdministratorsAndTheOwnerReplaceAPassword() {
        WebUser elsewhere = WebUser.signedIn(mvc, owner);
        String link = propose(system, owner);

        assertThat(security.get("/resets")).bodyText().contains(owner.username(), "待确认");
        assertThat(visitor.get(link)).as("before the second person").hasStatus(410);
        assertThat(elsewhere.get("/account/password"))
                .as("nothing ended by a proposal")
                .hasStatusOk();

        String code = confirm(security, owner);
        assertThat(visitor.get(link)).hasStatusOk().bodyText().contains("f-code");
        assertThat(choose(link, code.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .hasRedirectedUrl("/login");

        WebUser.signedIn(mvc, owner.username(), GOOD);
        assertThat(elsewhere.get("/account/password")).hasStatus(302);
        assertThat(choose(link, code)).as("once").hasStatus(410);
        assertThat(system.get("/resets")).bodyText().contains("已设新口令");
        assertThat(trail())
                .containsExactly("account.resetProposed", "account.resetConfirmed", "account.passwordChosen");
        assertThat(actors())
                .containsExactly(
                        systemPerson.user().displayName(), securityPerson.user().displayName());
    }

    @Test
    void eachOfTheTwoKnowsOneHalfOnly() {
        MvcTestResult proposed = system.post("/resets", "username", owner.username());
        String link = found(LINK, proposed);
        MvcTestResult confirmed = security.post("/resets/" + reset(owner) + "/confirmation");

        assertThat(WebUser.body(confirmed)).doesNotContain("/account/activation/");
        assertThat(choose(link, "")).hasStatus(422).bodyText().contains("f-code-error");
        assertThat(choose(link, WRONG_CODE)).hasStatus(422).bodyText().contains("f-code-error");
        assertThat(CODE.matcher(WebUser.body(system.get("/resets"))).find()).isFalse();
        assertThat(LINK.matcher(WebUser.body(security.get("/resets"))).find()).isFalse();
        assertThat(signIn(Person.PASSWORD)).isEqualTo("/");
        assertThat(choose(link, found(CODE, confirmed)))
                .as("wrong codes leave it usable")
                .hasStatus(302);
    }

    @Test
    void aLinkForAnAccountWithAPasswordIsNotIssuedByOnePerson() {
        assertThat(system.post("/accounts/" + owner.user().accountId() + "/invitation"))
                .hasStatus(422)
                .bodyText()
                .doesNotContain("/account/activation/");
        assertThat(system.get("/accounts?text=" + owner.username())).bodyText().doesNotContain("/invitation");
    }

    @Test
    void aLinkFromBeforeThePasswordNeverReplacesIt() {
        database.owner().update("""
                insert into one_time_link (token_hash, account_id, issued_at, expires_at)
                values (sha256('kept'), ?, now(), now() + interval '1 hour')""", owner.user().accountId());

        assertThat(choose("/account/activation/kept", "")).hasStatus(410);
        assertThat(signIn(Person.PASSWORD)).isEqualTo("/");
    }

    @Test
    void theSystemAdministratorDoesNotConfirm() {
        propose(system, owner);
        UUID reset = reset(owner);

        assertThat(system.post("/resets/" + reset + "/confirmation")).hasStatus(403);
        assertThat(WebUser.signedIn(mvc, given.person(Role.SYSTEM_ADMIN, null))
                        .post("/resets/" + reset + "/confirmation"))
                .hasStatus(403);
        assertThat(auditor.post("/resets/" + reset + "/confirmation"))
                .as("the auditor is the second person for administrators only")
                .hasStatus(422);
        assertThat(security.post("/resets", "username", owner.username()))
                .as("the security administrator begins it for administrators only")
                .hasStatus(422);
    }

    @Test
    void nobodyConfirmsTheOwnProposalUnderAnotherDuty() {
        Person first = given.person(Role.AUDITOR, null);
        String link = propose(system, first);
        // the same person, a security administrator by now
        database.owner()
                .update(
                        "update duty set role = 'SECURITY_ADMIN' where account_id = ?",
                        systemPerson.user().accountId());

        assertThat(system.post("/resets/" + reset(first) + "/confirmation")).hasStatus(422);
        assertThat(visitor.get(link)).hasStatus(410);
    }

    @Test
    void noAdministratorHasAHandInTheOwnReset() {
        assertThat(system.post("/resets", "username", systemPerson.username())).hasStatus(422);
        propose(system, securityPerson);
        assertThat(security.post("/resets/" + reset(securityPerson) + "/confirmation"))
                .hasStatus(422);
    }

    @Test
    void theOtherTwoHelpAnAdministrator() {
        String forSystem = propose(security, systemPerson);
        assertThat(WebUser.signedIn(mvc, given.person(Role.SECURITY_ADMIN, null))
                        .post("/resets/" + reset(systemPerson) + "/confirmation"))
                .as("two of one kind")
                .hasStatus(422);
        assertThat(choose(forSystem, confirm(auditor, systemPerson))).hasStatus(302);
        WebUser.signedIn(mvc, systemPerson.username(), GOOD);

        WebUser again = WebUser.signedIn(mvc, systemPerson.username(), GOOD);
        String forSecurity = propose(again, securityPerson);
        assertThat(choose(forSecurity, confirm(auditor, securityPerson))).hasStatus(302);
        WebUser.signedIn(mvc, securityPerson.username(), GOOD);
    }

    @Test
    void aResetIsConfirmedOnce() {
        propose(system, owner);
        confirm(security, owner);

        assertThat(security.post("/resets/" + reset(owner) + "/confirmation"))
                .hasStatus(422)
                .bodyText()
                .doesNotContainPattern(CODE);
    }

    @Test
    void ofSeveralWhoConfirmAtOnceOneGetsACode() {
        propose(system, owner);
        UUID reset = reset(owner);

        assertThat(AtOnce.run(4, securityPerson.user(), () -> resets.confirm(securityPerson.user(), reset)))
                .hasSize(3)
                .allSatisfy(why -> assertThat(why).isInstanceOf(AlreadyConfirmed.class));
    }

    @Test
    void ofTwoWhoRefuseAtOnceOneIsToldThatItIsOver() {
        propose(system, owner);
        UUID reset = reset(owner);

        assertThat(AtOnce.run(3, systemPerson.user(), () -> resets.refuse(systemPerson.user(), reset)))
                .hasSize(2)
                .allSatisfy(why -> assertThat(why).isInstanceOf(ResetOver.class));
    }

    @Test
    void anOldResetIsOver() {
        String unconfirmed = propose(system, owner);
        clock.advance(Duration.ofHours(24));
        assertThat(security.post("/resets/" + reset(owner) + "/confirmation")).hasStatus(422);
        assertThat(visitor.get(unconfirmed)).hasStatus(410);

        String link = propose(system, owner);
        String code = confirm(security, owner);
        clock.advance(Duration.ofHours(24));
        assertThat(choose(link, code)).hasStatus(410);
        assertThat(signIn(Person.PASSWORD)).isEqualTo("/");
    }

    @Test
    void aRefusedResetIsOverBeforeAndAfterTheSecondPersonsWord() {
        String refused = propose(system, owner);
        UUID first = reset(owner);
        assertThat(auditor.post("/resets/" + first + "/refusal")).hasRedirectedUrl("/resets");
        assertThat(security.post("/resets/" + first + "/confirmation")).hasStatus(422);
        assertThat(visitor.get(refused)).hasStatus(410);

        String link = propose(system, owner);
        String code = confirm(security, owner);
        assertThat(system.post("/resets/" + reset(owner) + "/refusal")).hasStatus(302);
        assertThat(choose(link, code)).hasStatus(410);
        assertThat(system.post("/resets/" + reset(owner) + "/refusal"))
                .as("twice")
                .hasStatus(422);
    }

    @Test
    void oneResetOfAnAccountIsOpenAtATime() {
        propose(system, owner);

        assertThat(system.post("/resets", "username", owner.username()))
                .hasStatus(422)
                .bodyText()
                .contains("f-username-error");
    }

    @Test
    void aLockedOwnerGetsInAndADisabledOneDoesNot() {
        for (int tries = 1; tries <= 5; tries++) {
            signIn("wrong");
        }
        String link = propose(system, owner);
        String code = confirm(security, owner);
        assertThat(choose(link, code)).hasStatus(302);
        WebUser.signedIn(mvc, owner.username(), GOOD);

        String second = propose(system, owner);
        String secondCode = confirm(security, owner);
        system.post("/accounts/" + owner.user().accountId() + "/disabled");
        assertThat(choose(second, secondCode)).hasStatus(410);
        system.post("/resets/" + reset(owner) + "/refusal");
        assertThat(system.post("/resets", "username", owner.username())).hasStatus(422);
    }

    @Test
    void aDisabledOwnersResetIsNotConfirmed() {
        propose(system, owner);
        system.post("/accounts/" + owner.user().accountId() + "/disabled");

        assertThat(security.post("/resets/" + reset(owner) + "/confirmation")).hasStatus(422);
    }

    @Test
    void whoHasNoPasswordOrIsUnknownIsSaidAtTheField() {
        database.owner()
                .update(
                        "delete from credential where account_id = ?",
                        owner.user().accountId());

        for (String username : List.of(owner.username(), "nobody.at.all", "")) {
            assertThat(system.post("/resets", "username", username))
                    .hasStatus(422)
                    .bodyText()
                    .contains("f-username-error");
        }
        assertThat(security.post("/resets/" + UUID.randomUUID() + "/confirmation"))
                .hasStatus(404);
        assertThat(system.post("/resets/" + UUID.randomUUID() + "/refusal")).hasStatus(404);
    }

    @Test
    void othersSeeNothingOfIt() {
        WebUser leader = WebUser.signedIn(mvc, owner);
        propose(system, securityPerson);

        assertThat(leader.get("/resets")).hasStatus(403);
        assertThat(leader.post("/resets", "username", securityPerson.username()))
                .hasStatus(403);
        assertThat(leader.post("/resets/" + reset(securityPerson) + "/confirmation"))
                .hasStatus(403);
    }

    /** The database itself, whatever the program does. */
    @Test
    void theDatabaseRefusesOnePersonToo() {
        propose(system, owner);
        UUID reset = reset(owner);
        String confirmation = """
                update password_reset set confirmed_by = ?, confirmed_by_name = 'x', confirmed_role = ?, confirmed_at = proposed_at,
                       code_hash = '\\x00' where id = ?""";

        assertThatThrownBy(() -> database.owner()
                        .update(confirmation, systemPerson.user().accountId(), "SECURITY_ADMIN", reset))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("password_reset_second_person");
        assertThatThrownBy(() -> database.owner()
                        .update(
                                confirmation,
                                given.person(Role.SYSTEM_ADMIN, null).user().accountId(),
                                "SYSTEM_ADMIN",
                                reset))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("password_reset_");
        assertThatThrownBy(
                        () -> database.owner().update(confirmation, owner.user().accountId(), "SECURITY_ADMIN", reset))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("password_reset_not_ones_own");
        assertThatThrownBy(
                        () -> database.owner().update("update password_reset set used_at = now() where id = ?", reset))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("password_reset_used_once_confirmed");
    }

    private String propose(WebUser administrator, Person whose) {
        return found(LINK, administrator.post("/resets", "username", whose.username()));
    }

    private String confirm(WebUser administrator, Person whose) {
        return found(CODE, administrator.post("/resets/" + reset(whose) + "/confirmation"));
    }

    private MvcTestResult choose(String link, String code) {
        return visitor.post(link, "code", code, "password", GOOD, "repeated", GOOD);
    }

    private String signIn(String password) {
        return String.valueOf(WebUser.anonymous(mvc)
                .post("/login", "username", owner.username(), "password", password)
                .getResponse()
                .getRedirectedUrl());
    }

    private UUID reset(Person whose) {
        return java.util.Objects.requireNonNull(database.owner()
                .queryForObject(
                        "select id from password_reset where account_id = ? order by proposed_at desc limit 1",
                        UUID.class,
                        whose.user().accountId()));
    }

    private List<String> trail() {
        return database.owner()
                .query(
                        "select action from trail_entry where subject_id = ? and (action like 'account.reset%' or action like 'account.password%') order by seq",
                        (row, n) -> row.getString("action"),
                        owner.user().accountId().toString());
    }

    private List<String> actors() {
        return database.owner()
                .query(
                        "select actor_name from trail_entry where subject_id = ? and action like 'account.reset%' order by seq",
                        (row, n) -> row.getString("actor_name"),
                        owner.user().accountId().toString());
    }

    private static String found(Pattern pattern, MvcTestResult answer) {
        Matcher found = pattern.matcher(WebUser.body(answer));
        assertThat(answer).hasStatusOk();
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
