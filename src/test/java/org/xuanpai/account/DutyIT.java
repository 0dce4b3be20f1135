package org.xuanpai.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.account.service.AccountService;
import org.xuanpai.account.service.DutyService;
import org.xuanpai.account.service.GrantDuty;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Role;

@IntegrationTest
class DutyIT {

    @Autowired
    private Given given;

    @Autowired
    private DutyService duties;

    @Autowired
    private AccountService accounts;

    @Autowired
    private Database database;

    @Autowired
    private MockMvcTester mvc;

    private Person granter;
    private Person holder;
    private TestCounty county;
    private WebUser browser;
    private final List<UUID> setAside = new ArrayList<>();

    @BeforeEach
    void aSecurityAdministratorAndSomebody() {
        granter = given.person(Role.SECURITY_ADMIN, null);
        county = given.county(1, 0, 1);
        holder = given.person(Role.COUNTY_LEADER, county.id());
        browser = WebUser.signedIn(mvc, granter);
    }

    @AfterEach
    void othersAreEnabledAgain() {
        setAside.forEach(id -> database.owner().update("update account set disabled_at = null where id = ?", id));
    }

    @Test
    void aDutyIsGrantedAtTheUnitWithTheCode() {
        assertThat(grant(holder.username(), "PARTY_SECRETARY", county.code() + "100", ""))
                .hasRedirectedUrl("/duties");

        assertThat(database.owner()
                        .queryForMap(
                                "select role, unit_id, county_id, township_id, village_id from duty where account_id = ? and role = 'PARTY_SECRETARY'",
                                holder.user().accountId()))
                .containsEntry("unit_id", county.township())
                .containsEntry("county_id", county.id())
                .containsEntry("township_id", county.township())
                .containsEntry("village_id", null);
        assertThat(browser.get("/duties?text=" + holder.username())).bodyText().contains("党委书记·");
    }

    @Test
    void aFirstSecretaryIsNeitherGrantedNorEndedByHand() {
        for (Role role : Role.BY_POSTING) {
            assertThat(grant(holder.username(), role.name(), county.code() + "100", ""))
                    .hasStatus(422)
                    .bodyText()
                    .contains("f-role-error", "第一书记由任职程序产生");
        }
        assertThat(browser.get("/duties")).bodyText().doesNotContain("value=\"FIRST_SECRETARY\"");
        assertThat(dutiesOf(holder)).isOne();

        UUID duty = given.duty(holder, Role.FIRST_SECRETARY, county.township());
        assertThat(browser.post("/duties/" + duty + "/end"))
                .hasStatus(422)
                .bodyText()
                .contains("第一书记由任职程序产生");
        assertThat(browser.get("/duties?text=" + holder.username())).bodyText().contains("由任职产生");
        assertThat(WebUser.signedIn(mvc, holder).get("/account/password"))
                .bodyText()
                .contains("第一书记·");
    }

    @Test
    void notEvenSqlUnderTheApplicationsRoleWritesTheDutyOfAPosting() {
        for (String role : List.of("FIRST_SECRETARY", "FIRST_SECRETARY_DESIGNATE")) {
            for (String acting : List.of("SECURITY_ADMIN", "SYSTEM_SETUP")) {
                String insert = """
                        begin; select set_config('app.role', '%s', true);
                        insert into duty (id, account_id, role, unit_id, unit_name, county_id, township_id, valid_from, granted_by_name,
                                          by_hand)
                        values (gen_random_uuid(), '%s', '%s', '%s', '', '%s', '%s', now(), 'sql', %s); commit""";
                assertThatThrownBy(() -> database.application()
                                .execute(insert.formatted(
                                        acting,
                                        holder.user().accountId(),
                                        role,
                                        county.township(),
                                        county.id(),
                                        county.township(),
                                        "false")))
                        .hasStackTraceContaining("duty_first_secretary_by_posting");
                assertThatThrownBy(() -> database.application()
                                .execute(insert.formatted(
                                        acting,
                                        holder.user().accountId(),
                                        role,
                                        county.township(),
                                        county.id(),
                                        county.township(),
                                        "true")))
                        .hasStackTraceContaining("row-level security");
            }
        }
        UUID duty = given.duty(holder, Role.FIRST_SECRETARY, county.township());
        database.application().execute("""
                begin; select set_config('app.role', 'SECURITY_ADMIN', true);
                update duty set valid_to = now() where id = '%s'; commit""".formatted(duty));
        assertThat(database.owner()
                        .queryForObject("select valid_to is null from duty where id = ?", Boolean.class, duty))
                .as("nobody in the application's role ends it")
                .isTrue();
    }

    @Test
    void aVillageAndABureauKnowWhereTheyBelong() {
        grant(holder.username(), "VILLAGE_USER", county.code() + "100200", "");
        grant(holder.username(), "BUREAU", county.code(), "经信局");

        assertThat(database.owner()
                        .queryForList(
                                "select unit_name from duty where account_id = ? and county_id = ? order by unit_name",
                                String.class,
                                holder.user().accountId(),
                                county.id()))
                .contains("经信局", "村" + county.code() + "100200");
    }

    @Test
    void everyRefusalStandsAtItsField() {
        assertThat(grant(granter.username(), "BUREAU", county.code(), "经信局"))
                .hasStatus(422)
                .bodyText()
                .contains("f-username-error");
        assertThat(grant("nobody.at.all", "AUDITOR", "", ""))
                .hasStatus(422)
                .bodyText()
                .contains("f-username-error");
        assertThat(grant("", "AUDITOR", "", "")).hasStatus(422).bodyText().contains("f-username-error");
        assertThat(grant(holder.username(), "", "", ""))
                .hasStatus(422)
                .bodyText()
                .contains("f-role-error");
        assertThat(grant(holder.username(), "COUNTY_LEADER", county.code(), ""))
                .hasStatus(422)
                .bodyText()
                .contains("f-role-error");
        assertThat(grant(given.person(Role.AUDITOR, null).username(), "SYSTEM_ADMIN", "", ""))
                .hasStatus(422)
                .bodyText()
                .contains("f-role-error");
        assertThat(grant(holder.username(), "PARTY_SECRETARY", county.code(), ""))
                .hasStatus(422)
                .bodyText()
                .contains("f-unitCode-error");
        assertThat(grant(holder.username(), "PARTY_SECRETARY", "000000000", ""))
                .hasStatus(422)
                .bodyText()
                .contains("f-unitCode-error");
        assertThat(grant(holder.username(), "PARTY_SECRETARY", "", ""))
                .hasStatus(422)
                .bodyText()
                .contains("f-unitCode-error");
        assertThat(grant(holder.username(), "AUDITOR", county.code(), ""))
                .hasStatus(422)
                .bodyText()
                .contains("f-unitCode-error");
        assertThat(grant(holder.username(), "BUREAU", county.code(), " "))
                .hasStatus(422)
                .bodyText()
                .contains("f-bureauName-error");
        assertThat(grant(holder.username(), "SYSTEM_SETUP", "", ""))
                .hasStatus(422)
                .bodyText()
                .contains("f-role-error");
        assertThat(grant(holder.username(), "EMPEROR", "", ""))
                .hasStatus(422)
                .bodyText()
                .contains("f-role-error");
        assertThat(dutiesOf(holder)).isOne();
    }

    @Test
    void theThreeAdministratorRolesStayOnThreePersons() {
        for (Role first : Role.ADMINISTRATORS) {
            for (Role second : Role.ADMINISTRATORS) {
                Person administrator = given.person(first, null);
                assertThatThrownBy(() -> as(
                                granter,
                                () -> duties.grant(
                                        granter.user(), new GrantDuty(administrator.username(), second, "", ""))))
                        .isInstanceOf(first == second ? DutyHeldAlready.class : AdministratorRolesApart.class);
            }
        }
    }

    @Test
    void twoGrantsAtOnceDoNotMakeOnePersonTwoAdministrators() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            endAllDutiesOf(holder);
            List<Callable<Boolean>> both = List.of(() -> granted(Role.SYSTEM_ADMIN), () -> granted(Role.AUDITOR));
            int won = 0;
            for (Future<Boolean> each : threads.invokeAll(both)) {
                won += each.get() ? 1 : 0;
            }
            assertThat(won).isOne();
        } finally {
            threads.shutdownNow();
        }
        assertThat(dutiesOf(holder)).isEqualTo(2);
    }

    @Test
    void notEvenSqlUnderTheApplicationsRoleMakesOnePersonTwoAdministrators() {
        String insert = """
                begin; select set_config('app.role', 'SECURITY_ADMIN', true);
                insert into duty (id, account_id, role, unit_name, valid_from, granted_by_name)
                values (gen_random_uuid(), '%s', '%s', '', now(), 'sql'); commit""";
        endAllDutiesOf(holder);
        database.application().execute(insert.formatted(holder.user().accountId(), "SYSTEM_ADMIN"));

        assertThatThrownBy(() -> database.application()
                        .execute(insert.formatted(holder.user().accountId(), "AUDITOR")))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("duty_one_administrator_role_per_person");
        assertThatThrownBy(() -> database.application()
                        .execute(insert.replace("SECURITY_ADMIN", "SYSTEM_ADMIN")
                                .formatted(holder.user().accountId(), "TOWNSHIP_CLERK")))
                .as("nobody but the security administrator grants")
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void nobodyGrantsToOneself() {
        assertThatThrownBy(() -> as(
                        granter,
                        () -> duties.grant(
                                granter.user(),
                                new GrantDuty(granter.username(), Role.COUNTY_LEADER, county.code(), ""))))
                .isInstanceOf(SelfGranted.class);
        Person organizer = county.first();
        assertThatThrownBy(() -> as(
                        organizer,
                        () -> duties.grant(
                                organizer.user(),
                                new GrantDuty(holder.username(), Role.COUNTY_ORGANIZER, county.code(), ""))))
                .isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
    }

    @Test
    void theLastSecurityAdministratorStays() {
        Person administrator = given.person(Role.SYSTEM_ADMIN, null);
        onlySecurityAdministrators(granter);
        UUID own = dutyId(granter);

        assertThat(browser.post("/duties/" + own + "/end"))
                .hasStatus(422)
                .bodyText()
                .contains("refused");
        WebUser system = WebUser.signedIn(mvc, administrator);
        assertThat(system.post("/accounts/" + granter.user().accountId() + "/disabled"))
                .hasStatus(422);

        Person other = given.person(Role.SECURITY_ADMIN, null);
        assertThat(WebUser.signedIn(mvc, other).post("/duties/" + own + "/end")).hasRedirectedUrl("/duties");
        assertThat(browser.get("/duties")).as("nothing is left").hasStatus(302);
    }

    @Test
    void ofTwoSecurityAdministratorsWhoEndEachOtherOneStays() throws Exception {
        Person other = given.person(Role.SECURITY_ADMIN, null);
        onlySecurityAdministrators(granter, other);
        UUID first = dutyId(granter);
        UUID second = dutyId(other);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            endAllDutiesOf(holder);
            List<Callable<Boolean>> both = List.of(() -> ended(granter, second), () -> ended(other, first));
            int won = 0;
            for (Future<Boolean> each : threads.invokeAll(both)) {
                won += each.get() ? 1 : 0;
            }
            assertThat(won).isOne();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anEndedDutyIsLostAtTheNextRequestAndAnotherOneStays() {
        UUID second = given.duty(holder, Role.PARTY_SECRETARY, county.township());
        WebUser user = WebUser.signedIn(mvc, holder);
        assertThat(user.post("/account/duty", "duty", second.toString())).hasRedirectedUrl("/");
        assertThat(user.get("/account/password")).bodyText().contains("党委书记·");

        as(granter, () -> duties.end(granter.user(), second));

        assertThat(user.get("/account/password"))
                .hasStatusOk()
                .bodyText()
                .contains("县领导·")
                .doesNotContain("党委书记·");
        as(granter, () -> duties.end(granter.user(), dutyId(holder)));
        assertThat(user.get("/account/password")).hasStatus(302);
    }

    @Test
    void rightsComeFromTheActingDutyAlone() {
        UUID own = dutyId(holder);
        UUID firstSecretary = given.duty(holder, Role.FIRST_SECRETARY, county.township());
        WebUser user = WebUser.signedIn(mvc, holder);
        user.post("/account/duty", "duty", own.toString());

        assertThat(user.get("/cockpit")).hasStatusOk();
        user.post("/account/duty", "duty", firstSecretary.toString());
        assertThat(user.get("/cockpit")).hasStatus(403);
        user.post("/account/duty", "duty", own.toString());
        assertThat(user.get("/cockpit")).hasStatusOk();
    }

    @Test
    void anAdministratorHoldsNoDutyThatSeesBusinessData() {
        for (Role role : Role.ADMINISTRATORS) {
            Person administrator = given.person(role, null);
            assertThat(grant(administrator.username(), "COUNTY_LEADER", county.code(), ""))
                    .hasStatus(422)
                    .bodyText()
                    .contains("f-role-error", "管理员不看业务数据");
            assertThat(dutiesOf(administrator)).isOne();
        }
        assertThat(grant(holder.username(), "AUDITOR", "", "")).hasStatus(422);
        assertThat(dutiesOf(holder)).isOne();
    }

    @Test
    void somebodyElsesDutyLooksLikeNone() {
        WebUser user = WebUser.signedIn(mvc, holder);

        assertThat(user.post("/account/duty", "duty", dutyId(granter).toString()))
                .hasStatus(404);
        assertThat(user.post("/account/duty", "duty", UUID.randomUUID().toString()))
                .hasStatus(404);
        assertThat(user.post("/account/duty", "duty", "nonsense")).hasStatus(400);
    }

    @Test
    void theListIsSearchedPagedAndExported() {
        assertThat(browser.get("/duties?text=" + holder.username().toUpperCase(java.util.Locale.ROOT)))
                .hasStatusOk()
                .bodyText()
                .contains(holder.username());
        assertThat(browser.get("/duties?text={t}", "没有这个人")).bodyText().contains("没有找到");
        assertThat(browser.get("/duties?page=999999999")).hasStatusOk();
        assertThat(WebUser.body(browser.get("/duties/export?format=csv&text=" + holder.username())))
                .contains(holder.username(), "县领导")
                .doesNotContain(granter.username());
        assertThat(browser.get("/duties/export?format=xlsx")).hasStatusOk();
    }

    @Test
    void anAdministratorDisablesAnyAccountButTheOwn() {
        Person administrator = given.person(Role.SYSTEM_ADMIN, null);
        WebUser system = WebUser.signedIn(mvc, administrator);
        WebUser user = WebUser.signedIn(mvc, holder);

        assertThat(system.post("/accounts/" + administrator.user().accountId() + "/disabled"))
                .hasStatus(422);
        assertThat(system.post("/accounts/" + holder.user().accountId() + "/disabled"))
                .hasRedirectedUrl("/accounts");
        assertThat(user.get("/account/password")).as("out at the next request").hasStatus(302);
        assertThat(system.post("/accounts/" + holder.user().accountId() + "/invitation"))
                .hasStatus(422);
        assertThat(system.post("/accounts/" + holder.user().accountId() + "/enabled"))
                .hasRedirectedUrl("/accounts");
        WebUser.signedIn(mvc, holder);
        assertThat(WebUser.body(system.get("/accounts/export?format=csv&text=" + holder.username())))
                .contains(holder.username());
        assertThat(system.post("/accounts", "username", holder.username(), "displayName", "又一人"))
                .hasStatus(422)
                .bodyText()
                .contains("f-username-error")
                .contains("又一人");
    }

    /** The security administrators of other tests are disabled until this test ends. */
    private void onlySecurityAdministrators(Person... persons) {
        String kept = Stream.of(persons)
                .map(person -> person.user().accountId().toString())
                .collect(Collectors.joining(",", "{", "}"));
        setAside.addAll(database.owner().queryForList("""
                update account set disabled_at = now()
                where disabled_at is null and id <> all (cast(? as uuid[]))
                  and id in (select account_id from duty where role = 'SECURITY_ADMIN')
                returning id
                """, UUID.class, kept));
    }

    private void endAllDutiesOf(Person person) {
        database.owner()
                .update(
                        "update duty set valid_to = now(), ended_by_name = 'test' where account_id = ?",
                        person.user().accountId());
    }

    private MvcTestResult grant(String username, String role, String code, String bureau) {
        return browser.post("/duties", "username", username, "role", role, "unitCode", code, "bureauName", bureau);
    }

    private boolean granted(Role role) {
        try {
            as(granter, () -> duties.grant(granter.user(), new GrantDuty(holder.username(), role, "", "")));
            return true;
        } catch (AdministratorRolesApart lost) {
            return false;
        }
    }

    private boolean ended(Person by, UUID duty) {
        try {
            as(by, () -> duties.end(by.user(), duty));
            return true;
        } catch (LastSecurityAdministrator lost) {
            return false;
        }
    }

    private int dutiesOf(Person person) {
        return Objects.requireNonNull(database.owner()
                .queryForObject(
                        "select count(*) from duty where account_id = ?",
                        Integer.class,
                        person.user().accountId()));
    }

    private UUID dutyId(Person person) {
        return java.util.Objects.requireNonNull(person.user().dutyId());
    }

    private UUID dutyId(Person person, Role role) {
        return Objects.requireNonNull(database.owner()
                .queryForObject(
                        "select id from duty where account_id = ? and role = ?",
                        UUID.class,
                        person.user().accountId(),
                        role.name()));
    }

    private static void as(Person person, Runnable work) {
        CurrentUser user = person.user();
        ScopeContext.run(user, work);
    }
}
