package org.xuanpai.progress.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.Months;
import org.xuanpai.progress.check.CheckRule;
import org.xuanpai.progress.check.Parameter;
import org.xuanpai.progress.check.ProposedRule;
import org.xuanpai.progress.check.RuleKind;
import org.xuanpai.progress.check.service.RuleService;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Severity;

/** What needs a reason is said at the figure, before and at the submission, and the reason goes along to whoever judges. */
@IntegrationTest
class ReasonIT {

    private static final Period MONTH = Period.of(2025, 10);
    private static final String FUNDS = "funds_in_place";
    private static final String REASON = "reasons[funds_in_place.YEAR_CHANGE]";
    private static final String FOUND = "招商引资到位资金本月 700.00，上年同月 200.00，多 250.0%，超过 ±50%。";
    private static final String WHY = "恒砚铸造二期 500 万元设备款到账";

    @Autowired
    private AutowireCapableBeanFactory beans;

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

    private Months town;
    private WebUser party;
    private WebUser reviewer;

    @BeforeEach
    void lastYearsOctoberWas200() {
        clock.set("2025-11-05T09:00");
        town = Months.Factory.of(beans).township(2025);
        town.submit(MONTH.sameLastYear(), Months.content(Map.of(FUNDS, "200"), "主持两次协调会", "外出学习"));
        party = WebUser.signedIn(mvc, town.party);
        reviewer = WebUser.signedIn(mvc, town.county.first());
    }

    @Test
    void aSubmissionIsRefusedAtTheFieldUntilTheReasonIsThere() {
        String refused = body(send("/submission", 422, Map.of(FUNDS, "700"), null));

        assertThat(refused).contains(FOUND, "id=\"f-reasons-funds-in-place-YEAR-CHANGE\"", "value=\"700\"");
        assertThat(refused.split("id=\"f-reasons-funds-in-place-YEAR-CHANGE-error\"", 2)[1])
                .contains("招商引资到位资金须写明原因");
        assertThat(town.stored(MONTH)).isEqualTo("[]");
        assertThat(body(send("/submission", 422, Map.of(FUNDS, "700"), "  "))).contains("须写明原因");
        assertThat(body(send("/submission", 422, Map.of(FUNDS, "700"), "字".repeat(501))))
                .contains("太长，最多 500 字");

        send("/submission", 302, Map.of(FUNDS, "700"), WHY);

        assertThat(submittedReasons()).containsExactly("funds_in_place YEAR_CHANGE " + WHY);
        String review = body(reviewer.get("/progress/reviews/" + town.township + "/" + MONTH));
        assertThat(review).contains("填报时须说明的 1 处，提示 0 处", FOUND, "镇上说明：" + WHY, "说明：" + WHY);
        assertThat(body(reviewer.get(town.path(MONTH)))).contains(FOUND, "镇上说明：" + WHY);
    }

    @Test
    void aDraftSaysWhatIsToBeDoneAndKeepsTheReason() {
        send("/draft", 302, Map.of(FUNDS, "700"), null);
        String page = body(party.get(town.path(MONTH)));
        assertThat(page)
                .contains("提交前还有 1 处要处理", "href=\"#f-reasons-funds-in-place-YEAR-CHANGE\"", "data-longest=\"500\"");

        send("/draft", 302, Map.of(FUNDS, "700"), WHY);

        page = body(party.get(town.path(MONTH)));
        assertThat(page).contains(FOUND, WHY).doesNotContain("提交前还有");
        assertThat(seen(town.clerk, "report_reason")).isEqualTo(1);
        assertThat(seen(town.county.first(), "report_reason")).isZero();
    }

    @Test
    void aReasonNobodyAsksForAnyMoreIsNeitherShownNorFrozen() {
        send("/draft", 302, Map.of(FUNDS, "700"), WHY);

        send("/draft", 302, Map.of(FUNDS, "210"), null);
        assertThat(body(party.get(town.path(MONTH)))).doesNotContain(WHY);
        send("/submission", 302, Map.of(FUNDS, "210"), null);

        assertThat(submittedReasons()).isEmpty();
    }

    @Test
    void afterAReturnAReasonIsOpenWithItsFigure() {
        send("/submission", 302, Map.of(FUNDS, "700"), WHY);
        town.sendBack(MONTH, Map.of("party-part", ""));
        Map<String, String> explained = form(Map.of(FUNDS, "700"), "别的原因");
        explained.put("reasons[party-part.UNCHANGED]", "写的就是做的");
        assertThat(post("/submission", explained)).hasStatus(422);
        explained.put("reasons[funds_in_place.YEAR_CHANGE]", WHY);
        assertThat(post("/submission", explained)).hasStatus(302);
        assertThat(submittedReasons())
                .as("closed with its figure")
                .allSatisfy(reason -> assertThat(reason).endsWith(WHY));

        town.sendBack(MONTH, Map.of(FUNDS, "请写明是哪一笔"));
        String page = body(party.get(town.path(MONTH)));
        assertThat(page).contains("招商引资到位资金：审核人要求改，现在还和上次报送的一样", FOUND);
        assertThat(Jsoup.parse(page)
                        .select("textarea[name^='reasons[" + FUNDS + "']")
                        .eachAttr("name"))
                .as("asked once, although it is out of band as well")
                .containsExactly("reasons[funds_in_place.UNCHANGED]");
        explained = form(Map.of(FUNDS, "700"), null);
        assertThat(post("/submission", explained)).hasStatus(422);
        explained.put("reasons[funds_in_place.UNCHANGED]", "数没有错，是恒砚铸造的设备款");
        assertThat(post("/submission", explained)).hasStatus(302);

        for (Person reader : List.of(town.county.first(), town.clerk)) {
            assertThat(body(WebUser.signedIn(mvc, reader).get(town.path(MONTH))))
                    .contains(FOUND, "数没有错，是恒砚铸造的设备款")
                    .doesNotContain("还没有说明。");
        }
    }

    @Test
    void aMonthIsJudgedByTheRulesOfThatMonthAndACopyByThoseOfItsMoment() {
        town.submit(Period.of(2024, 11), Months.content(Map.of(FUNDS, "200"), "主持两次协调会", "外出学习"));
        send("/submission", 302, Map.of(FUNDS, "700"), WHY);
        confirmedRule(Period.of(2025, 10));

        assertThat(body(reviewer.get("/progress/reviews/" + town.township + "/" + MONTH)))
                .as("as it was handed in")
                .contains(FOUND, WHY);

        clock.set("2025-12-05T09:00");
        town.sendBack(MONTH, Map.of());
        assertThat(body(party.get(town.path(MONTH)))).as("as it counts today").doesNotContain(FOUND);
    }

    @Test
    void aReasonAtAFigureThatIsNotThereIsLeftOut() {
        Map<String, String> form = form(Map.of(FUNDS, "210"), null);
        form.put("reasons[x.YEAR_CHANGE]", "x");
        form.put("reasons[funds_in_place.NOTHING]", "x");

        assertThat(post("/draft", form)).hasStatus(302);
        assertThat(town.stored(MONTH)).doesNotContain("YEAR_CHANGE", "NOTHING");
    }

    private void confirmedRule(Period from) {
        CurrentUser first = town.county.first().user();
        CurrentUser second = town.county.second().user();
        clock.set("2025-11-06T09:00");
        ProposedRule rule = new ProposedRule(
                new CheckRule(
                        RuleKind.YEAR_CHANGE,
                        FUNDS,
                        null,
                        Severity.REASON,
                        true,
                        Map.of(Parameter.LIMIT, BigDecimal.valueOf(900), Parameter.LEAST_BASE, BigDecimal.TEN)),
                from,
                null,
                "资金成笔到账");
        UUID id = ScopeContext.call(first, () -> rules.propose(first, rule));
        ScopeContext.run(second, () -> rules.confirm(second, id));
    }

    private MvcTestResult send(String act, int status, Map<String, String> figures, @Nullable String reason) {
        MvcTestResult answer = post(act, form(figures, reason));
        assertThat(answer).hasStatus(status);
        return answer;
    }

    private Map<String, String> form(Map<String, String> figures, @Nullable String reason) {
        Map<String, String> form = new TreeMap<>(Map.of(
                "version", String.valueOf(town.version(MONTH)),
                "token", UUID.randomUUID().toString(),
                "daysOnSite", "8",
                "achievements", "接通两户企业的电",
                "absence", "外出学习",
                "partyPart", "主持两次协调会",
                "behindNote", "工业投资项目开工晚，年底前补上"));
        Months.REAL.forEach((code, value) -> form.put("figures[" + code + "]", value));
        figures.forEach((code, value) -> form.put("figures[" + code + "]", value));
        if (reason != null) {
            form.put(REASON, reason);
        }
        form.putAll(bases());
        return form;
    }

    /** What the page says each field was opened with. */
    private Map<String, String> bases() {
        return Jsoup.parse(body(party.get(town.path(MONTH)))).select("input[name^=base]").stream()
                .collect(Collectors.toMap(base -> base.attr("name"), base -> base.attr("value")));
    }

    private MvcTestResult post(String act, Map<String, String> form) {
        return party.post(
                town.path(MONTH) + act,
                form.entrySet().stream()
                        .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                        .toArray(String[]::new));
    }

    private List<@Nullable String> submittedReasons() {
        return database.owner().queryForList("""
                        select field || ' ' || rule || ' ' || text from submitted_reason where township_id = ? and rule <> 'UNCHANGED'
                        order by copy_id""", String.class, town.township);
    }

    private int seen(Person person, String table) {
        return ScopeContext.call(
                person.user(),
                () -> Objects.requireNonNull(new TransactionTemplate(transactions)
                        .execute(status -> jdbc.sql("select count(*) from " + table)
                                .query(Integer.class)
                                .single())));
    }

    private static String body(MvcTestResult answer) {
        return WebUser.body(answer);
    }
}
