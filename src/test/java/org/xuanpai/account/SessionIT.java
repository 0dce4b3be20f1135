package org.xuanpai.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.account.service.OwnAccountService;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Meanwhile;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.Role;

@IntegrationTest
class SessionIT {

    private static final String PAGE = "/account/password";
    private static final String NEW_PASSWORD = "bergauf-und-bergab-27";

    @Autowired
    private Given given;

    @Autowired
    private Database database;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private OwnAccountService own;

    @Autowired
    private PlatformTransactionManager transactions;

    private Person leader;
    private Person administrator;

    @BeforeEach
    void twoPersons() {
        leader = given.person(Role.COUNTY_LEADER, given.county().id());
        administrator = given.person(Role.AUDITOR, null);
    }

    @Test
    void aSessionHoldsAccountDutyAndTokenAndNothingElse() {
        WebUser user = WebUser.signedIn(mvc, leader);
        user.get("/account/password?lang=en");
        user.get(PAGE);

        List<Map<String, @Nullable Object>> attributes =
                database.owner().queryForList("""
                        select attribute_name as name, convert_from(attribute_bytes, 'UTF8') as value
                        from spring_session_attributes join spring_session on primary_id = session_primary_id
                        where principal_name = ?
                        """, leader.user().accountId().toString());
        assertThat(attributes)
                .extracting(attribute -> attribute.get("name"))
                .containsExactlyInAnyOrder(
                        "org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME",
                        "duty",
                        "csrf");
        assertThat(attributes)
                .extracting(attribute -> attribute.get("value"))
                .contains(
                        leader.user().accountId().toString(),
                        String.valueOf(leader.user().dutyId()));
    }

    @Test
    void aNewPasswordThatIsNotKeptEndsNoSession() {
        WebUser user = WebUser.signedIn(mvc, leader);

        ScopeContext.run(
                leader.user(),
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    own.changePassword(leader.user(), Person.PASSWORD, NEW_PASSWORD);
                    status.setRollbackOnly();
                }));

        assertThat(user.get(PAGE)).hasStatusOk();
    }

    @Test
    void aLogInWithTheOldPasswordWhileItIsReplacedEndsWithTheOtherSessions() {
        WebUser before = WebUser.signedIn(mvc, leader);
        WebUser meanwhile = WebUser.anonymous(mvc);

        Optional<Throwable> failed = new Meanwhile(transactions, database)
                .run(
                        leader.user(),
                        () -> own.changePassword(leader.user(), Person.PASSWORD, NEW_PASSWORD),
                        leader.user(),
                        () -> meanwhile.post("/login", "username", leader.username(), "password", Person.PASSWORD));

        assertThat(failed).isEmpty();
        assertThat(before.get(PAGE)).hasStatus(302);
        assertThat(meanwhile.get(PAGE)).hasStatus(302);
        assertThat(WebUser.signedIn(mvc, leader.username(), NEW_PASSWORD).get(PAGE))
                .hasStatusOk();
    }

    @Test
    void administratorsMayBeIdleAQuarterOfAnHourOthersHalfAnHour() {
        WebUser.signedIn(mvc, leader).get(PAGE);
        WebUser.signedIn(mvc, administrator).get(PAGE);

        assertThat(idleSeconds(leader)).containsExactly(1800);
        assertThat(idleSeconds(administrator)).containsExactly(900);
    }

    @Test
    void whoeverBecomesAnAdministratorMeanwhileIsIdleForAQuarterOfAnHourOnly() {
        WebUser user = WebUser.signedIn(mvc, leader);
        UUID auditor = given.person(Role.AUDITOR, null).user().dutyId();
        Object account = leader.user().accountId();
        database.owner()
                .update("update duty set valid_to = now(), ended_by_name = 'test' where account_id = ?", account);
        database.owner().update("update duty set valid_from = now(), account_id = ? where id = ?", account, auditor);

        user.post("/account/duty", "duty", String.valueOf(auditor));

        assertThat(idleSeconds(leader)).containsExactly(900);
    }

    @Test
    void anIdleSessionIsOver() {
        WebUser user = WebUser.signedIn(mvc, leader);
        assertThat(user.get(PAGE)).hasStatusOk();
        shift("last_access_time", leader, Duration.ofMinutes(31));
        shift("expiry_time", leader, Duration.ofMinutes(31));

        assertThat(user.get(PAGE)).hasRedirectedUrl("/login?expired");
    }

    @Test
    void anAccessIsWrittenDownOnceAMinute() {
        WebUser user = WebUser.signedIn(mvc, leader);
        user.get(PAGE);
        shift("last_access_time", leader, Duration.ofSeconds(40));
        Instant before = lastAccess(leader);
        user.get(PAGE);
        assertThat(lastAccess(leader)).isEqualTo(before);

        shift("last_access_time", leader, Duration.ofSeconds(40));
        user.get(PAGE);
        assertThat(lastAccess(leader)).isAfter(before);
    }

    @Test
    void aBusySessionIsOverAfterHalfADayAndALogInBeginsAnotherOne() {
        WebUser user = WebUser.signedIn(mvc, leader);
        shift("creation_time", leader, Duration.ofHours(12).plusSeconds(1));

        assertThat(user.get(PAGE)).hasStatus(302);
        assertThat(user.post("/login", "username", leader.username(), "password", Person.PASSWORD))
                .hasRedirectedUrl("/");
        assertThat(user.get(PAGE)).hasStatusOk();
    }

    @Test
    void theLogInGivesANewSession() {
        WebUser user = WebUser.anonymous(mvc);
        user.get("/login");
        Cookie before = session(user);

        user.post("/login", "username", leader.username(), "password", Person.PASSWORD);

        Cookie after = session(user);
        assertThat(after.getValue()).isNotEqualTo(before.getValue());
        WebUser planted = WebUser.anonymous(mvc);
        planted.cookies().put(before.getName(), before);
        assertThat(planted.get(PAGE)).as("the id from before the log-in").hasStatus(302);
    }

    @Test
    void theLogOutEndsTheSession() {
        WebUser user = WebUser.signedIn(mvc, leader);
        Cookie cookie = session(user);

        assertThat(user.post("/logout")).hasRedirectedUrl("/login?logout");

        WebUser again = WebUser.anonymous(mvc);
        again.cookies().put(cookie.getName(), cookie);
        assertThat(again.get(PAGE)).hasStatus(302);
        assertThat(idleSeconds(leader)).isEmpty();
    }

    @Test
    void aPostWithoutATokenOrWithAnothersChangesNothing() {
        WebUser user = WebUser.signedIn(mvc, leader);
        String foreign = WebUser.signedIn(mvc, administrator).csrf();

        assertThat(user.postWithToken("", "/logout")).hasStatus(403);
        assertThat(user.postWithToken(foreign, "/logout")).hasStatus(403);
        assertThat(user.postWithToken(
                        "",
                        "/account/duty",
                        "duty",
                        String.valueOf(leader.user().dutyId())))
                .hasStatus(403);
        assertThat(user.send(HttpMethod.DELETE, PAGE)).hasStatus(403);
        assertThat(user.get("/logout")).as("no change by GET").hasStatus(403);
        assertThat(user.get(PAGE)).as("still signed in").hasStatusOk();
    }

    @Test
    void whatIsNotListedIsDenied() {
        WebUser user = WebUser.signedIn(mvc, leader);

        assertThat(user.get("/nowhere")).hasStatus(403);
        assertThat(user.get("/actuator")).hasStatus(403);
        assertThat(user.get("/actuator/env")).hasStatus(403);
        assertThat(user.get("/actuator/health")).hasStatusOk();
        assertThat(user.get("/trail")).hasStatus(403);
        assertThat(user.get("/accounts")).hasStatus(403);
        assertThat(user.get("/duties")).hasStatus(403);
    }

    /** Without a server, the cookie has the default name. */
    private static Cookie session(WebUser user) {
        return user.cookies().values().stream()
                .filter(cookie -> !cookie.getName().startsWith("xuanpai-"))
                .findFirst()
                .orElseThrow();
    }

    private List<@Nullable Integer> idleSeconds(Person person) {
        return database.owner()
                .queryForList(
                        "select max_inactive_interval from spring_session where principal_name = ?",
                        Integer.class,
                        person.user().accountId().toString());
    }

    private Instant lastAccess(Person person) {
        return Instant.ofEpochMilli(Objects.requireNonNull(database.owner()
                .queryForObject(
                        "select last_access_time from spring_session where principal_name = ?",
                        Long.class,
                        person.user().accountId().toString())));
    }

    private void shift(String column, Person person, Duration back) {
        database.owner()
                .update(
                        "update spring_session set " + column + " = " + column + " - ? where principal_name = ?",
                        back.toMillis(),
                        person.user().accountId().toString());
    }
}
