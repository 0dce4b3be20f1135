package org.xuanpai.progress.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xuanpai.fixture.WebUser.body;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.AtOnce;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.check.service.RuleService;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.Severity;

/** Two persons set the rules of the checks, from a month on; the database insists on it by itself (controls C8). */
@IntegrationTest
class CheckRuleIT {

    private static final String FORM = "/checks/YEAR_CHANGE/proposal";

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private RuleService rules;

    @Autowired
    private Database database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TestCounty county;
    private WebUser first;
    private WebUser second;

    @BeforeEach
    void aCounty() {
        clock.set("2026-11-05T09:00");
        county = given.county();
        first = WebUser.signedIn(mvc, county.first());
        second = WebUser.signedIn(mvc, county.second());
    }

    @Test
    void oneOrganizerProposesAndAnotherConfirms() {
        assertThat(body(first.get("/checks"))).contains("2026年10月月报用的规则", "相差超过 ±50%", "系统自带");
        assertThat(body(first.get(FORM))).contains("value=\"50\"", "与上年同月相差过大");

        assertThat(propose(Map.of())).hasStatus(302).hasRedirectedUrl("/checks");
        String decision = "/checks/proposals/" + proposal();
        assertThat(body(first.get("/checks")))
                .contains("id=\"waits-" + proposal() + "\"", "aria-labelledby=\"waits-" + proposal() + "\"");
        assertThat(body(first.get("/checks")))
                .contains("待第二人确认", "±80%", "由您提出")
                .doesNotContain(decision + "/confirmation");
        assertThat(body(second.get("/checks"))).contains(decision + "/confirmation", "不同意，退回", "试行一年");
        assertThat(first.post(decision + "/confirmation")).hasStatus(422);

        assertThat(second.post(decision + "/confirmation")).hasStatus(302);

        assertThat(body(second.get("/checks"))).contains("2026年10月起", "±80%").doesNotContain("±50%", "/confirmation");
        assertThat(second.post(decision + "/withdrawal")).hasStatus(422);
        assertThat(trail()).containsExactly("check.ruleProposed", "check.ruleConfirmed");
    }

    @Test
    void aProposalIsTakenBackByItsProposerAndRefusedByAnother() {
        propose(Map.of());
        assertThat(propose(Map.of())).hasStatus(422);
        assertThat(first.post("/checks/proposals/" + proposal() + "/withdrawal"))
                .hasStatus(302);
        propose(Map.of());
        assertThat(second.post("/checks/proposals/" + proposal() + "/withdrawal"))
                .hasStatus(302);

        assertThat(body(second.get("/checks"))).contains("±50%").doesNotContain("±80%");
        assertThat(trail())
                .containsExactly(
                        "check.ruleProposed", "check.ruleWithdrawn", "check.ruleProposed", "check.ruleRefused");
    }

    @Test
    void aRuleAboutOneIndicatorStandsBesideTheOneAboutAllAndLaterOnesWait() {
        propose(Map.of("indicator", "fixed_investment", "from", "2026-12"));
        second.post("/checks/proposals/" + proposal() + "/confirmation");
        propose(Map.of("active", "false"));
        second.post("/checks/proposals/" + proposal() + "/confirmation");

        assertThat(body(second.get("/checks")))
                .contains("停用", "以后生效", "只对固定资产投资")
                .doesNotContain("±50%");

        clock.set("2027-01-10T09:00");
        assertThat(body(second.get("/checks")))
                .contains("2026年12月月报用的规则", "只对固定资产投资")
                .doesNotContain("以后生效");
    }

    @ParameterizedTest
    @CsvSource({
        "parameters[LIMIT],      0,          应填 1 到",
        "parameters[LIMIT],      1.25,       应填 1 到",
        "parameters[LIMIT],      很多,         应填 1 到",
        "parameters[LEAST_BASE], '',         应填 0 到",
        "severity,               BLOCK,      这条规则不能这样设",
        "severity,               '',         这条规则不能这样设",
        "indicator,              nothing,    没有这项指标",
        "from,                   2026-01,    请选择从哪个月的月报起",
        "from,                   2026-09,    更早的月份已经报完",
        "until,                  2026-13,    没有这个月的月报",
        "until,                  2026-09,    结束的月份早于",
        "reason,                 ' ',        请写明为什么要改"
    })
    void whatDoesNotFitIsSaidAtTheFieldAndNothingChanges(String field, String value, String message) {
        MvcTestResult answer = propose(Map.of(field, value));

        assertThat(answer).hasStatus(422);
        String id = "f-" + field.replaceAll("[^A-Za-z0-9]+", "-").replaceFirst("-$", "");
        assertThat(body(answer).split("id=\"" + id + "-error\"", 2)[1]).contains(message);
        assertThat(trail()).isEmpty();
    }

    @Test
    void aTownshipReadsWhatCountsAndChangesNothing() {
        WebUser clerk = WebUser.signedIn(mvc, given.person(Role.TOWNSHIP_CLERK, county.township()));
        propose(Map.of());

        assertThat(body(clerk.get("/checks"))).contains("±50%").doesNotContain("±80%", "提出修改");
        assertThat(clerk.get(FORM)).hasStatus(403);
        assertThat(clerk.post("/checks/proposals/" + proposal() + "/confirmation"))
                .hasStatus(403);

        second.post("/checks/proposals/" + proposal() + "/confirmation");
        assertThat(body(clerk.get("/checks"))).contains("±80%");
        TestCounty other = given.county();
        assertThat(body(WebUser.signedIn(mvc, other.first()).get("/checks"))).contains("±50%");
    }

    @Test
    void anotherCountysRuleIsAsGoodAsNone() {
        propose(Map.of());
        WebUser stranger = WebUser.signedIn(mvc, given.county().first());

        assertThat(stranger.post("/checks/proposals/" + proposal() + "/confirmation"))
                .hasStatus(404);
        assertThat(stranger.post("/checks/proposals/" + Ids.next() + "/confirmation"))
                .hasStatus(404);
    }

    @Test
    void onlyOneOfManyProposesAndOnlyOneOfManyConfirms() {
        CurrentUser proposer = county.first().user();
        CurrentUser confirmer = county.second().user();
        ProposedRule rule = new ProposedRule(
                new CheckRule(RuleKind.BELOW_LAST_MONTH, null, null, Severity.HINT, true, Map.of()),
                Period.of(2026, 10),
                null,
                "x");

        assertThat(AtOnce.run(8, proposer, () -> rules.propose(proposer, rule)))
                .hasSize(7)
                .allSatisfy(refused -> assertThat(refused).isInstanceOf(RuleAlreadyProposed.class));
        UUID proposed = UUID.fromString(proposal());
        assertThat(AtOnce.run(8, confirmer, () -> rules.confirm(confirmer, proposed)))
                .hasSize(7)
                .allSatisfy(refused -> assertThat(refused).isInstanceOf(AlreadyConfirmed.class));
    }

    @Test
    void theDatabaseKeepsWhoMaySetARule() {
        propose(Map.of());
        Person leader = given.person(Role.COUNTY_LEADER, county.id());
        String confirm =
                "update check_rule set confirmed_by = proposed_by, confirmed_by_name = 'x', confirmed_at = now() where county_id = '"
                        + county.id() + "'";

        assertThat(changed(leader, confirm)).isZero();
        assertThatThrownBy(() -> changed(county.first(), confirm)).rootCause().hasMessageContaining("second_person");
        assertThatThrownBy(() -> changed(county.second(), confirm))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> changed(county.second(), "update check_rule set limit_percent = 999"))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() ->
                        changed(leader, """
                        insert into check_rule (id, county_id, kind, severity, valid_from, reason, proposed_by, proposed_by_name, proposed_at)
                        values (gen_random_uuid(), '%s', 'UNCHANGED', 'HINT', date '2026-10-01', 'x', '%s', 'x', now())""".formatted(county.id(), leader.user().accountId())))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    private int changed(Person person, String sql) {
        return ScopeContext.call(
                person.user(),
                () -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
                    status.setRollbackOnly();
                    return jdbc.sql(sql).update();
                })));
    }

    private MvcTestResult propose(Map<String, String> changed) {
        Map<String, String> form = new TreeMap<>(Map.of(
                "indicator", "",
                "severity", "REASON",
                "active", "true",
                "parameters[LIMIT]", "80",
                "parameters[LEAST_BASE]", "10",
                "from", "2026-10",
                "until", "",
                "reason", "试行一年"));
        form.putAll(changed);
        return first.post(
                FORM,
                form.entrySet().stream()
                        .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                        .toArray(String[]::new));
    }

    private String proposal() {
        return Objects.requireNonNull(database.owner()
                        .queryForObject(
                                "select id from check_rule where county_id = ? and confirmed_at is null and withdrawn_at is null",
                                UUID.class,
                                county.id()))
                .toString();
    }

    private List<@Nullable String> trail() {
        return database.owner()
                .queryForList(
                        "select action from trail_entry where outcome = 'DONE' and subject_id in (select id::text from check_rule where county_id = ?) order by seq",
                        String.class,
                        county.id());
    }
}
