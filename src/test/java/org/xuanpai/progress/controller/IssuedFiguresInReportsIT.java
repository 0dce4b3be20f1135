package org.xuanpai.progress.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xuanpai.fixture.WebUser.body;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.Months;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/** What the county issues stands in a township's report, is objected to and never typed over; and which value is typed. */
@IntegrationTest
class IssuedFiguresInReportsIT {

    private static final Period OCTOBER = Period.of(2025, 10);
    private static final Period NOVEMBER = Period.of(2025, 11);
    private static final String SHEET = "/industry/issued/STATISTICS/" + OCTOBER;
    private static final String SETTINGS = "/industry/issued/settings";

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private Database database;

    private Months town;
    private WebUser party;
    private WebUser organizer;
    private WebUser second;

    @BeforeEach
    void octoberIsOver() {
        clock.set("2025-11-05T09:00");
        town = Months.Factory.of(beans).township(2025);
        party = user(town.party);
        organizer = user(town.county.first());
        second = user(town.county.second());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/draft", "/submission"})
    void aFigureTypedOverAnIssuedOneIsRefusedAtItsFieldAndNothingElseIsLost(String act) {
        town.issued(OCTOBER);
        MvcTestResult answer = party.post(town.path(OCTOBER) + act, complete("figures[value_added]", "4711"));

        assertThat(answer).hasStatus(422);
        assertThat(body(answer)).contains("“规上工业增加值”由县级下发，不能填写", "10,764.00", "22166", "主持两次协调会");
        assertThat(town.stored(OCTOBER)).isEqualTo("[]");
    }

    @Test
    void aFieldTypedOverAnIssuedFigureIsRefusedAndTheOthersAreSaved() {
        town.issued(OCTOBER);
        WebUser clerk = user(town.clerk);

        MvcTestResult refused = clerk.post(town.path(OCTOBER) + "/fields", field("value_added", "4711", 1));
        assertThat(refused.getResponse().getStatus()).isBetween(400, 499);
        assertThat(town.stored(OCTOBER)).doesNotContain("4711");
        assertThat(clerk.post(town.path(OCTOBER) + "/fields", field("fixed_investment", "15000", 2)))
                .hasStatus(200);
        assertThat(town.stored(OCTOBER)).contains("15000").doesNotContain("4711");
    }

    /**
     * The copy has 13 fields with content, 8 of them typed: four cumulative values and four texts; carried are five yearly targets.
     * 10 764 of 16 900 are 63.7 %.
     */
    @Test
    void aFigureIssuedAfterTheReportCameInIsShownWithItsDayAndTheCopyStaysAsItWas() {
        town.at(OCTOBER, ReportStatus.SUBMITTED);
        assertThat(body(organizer.get("/progress/reviews/" + town.township + "/" + OCTOBER)))
                .contains("统计局尚未下发");
        assertThat(share()).containsEntry("fields", 14).containsEntry("fields_typed", 9);
        clock.set("2025-11-06T09:00");
        town.issued(OCTOBER);

        Document review = page(organizer, "/progress/reviews/" + town.township + "/" + OCTOBER);
        assertThat(review.text()).contains("10,764.00", "63.7", "统计局下发 11-06");
        assertThat(page(organizer, town.path(OCTOBER)).select("tr#value_added").text())
                .contains("10,764.00", "63.7");
        assertThat(page(organizer, "/cockpit?month=" + OCTOBER).text()).contains("63.7");
        assertThat(share()).containsEntry("fields", 14).containsEntry("fields_typed", 9);
        assertThat(database.owner()
                        .queryForObject(
                                "select count(*) from submitted_figure where township_id = ? and indicator_code = 'value_added'",
                                Integer.class,
                                town.township))
                .isZero();
    }

    /** 10 764 of 16 900 were 63.7 % when the report was handed in; 10 800 are 63.9 %. */
    @Test
    void aFigureIssuedAnewStandsBesideTheOneTheReportWasHandedInWith() {
        town.issued(OCTOBER);
        town.submit(OCTOBER, Months.content(Months.REAL, "主持两次协调会", "外出学习"));
        String report = town.path(OCTOBER);
        String review = "/progress/reviews/" + town.township + "/" + OCTOBER;
        for (String path : List.of(report, review, report + "/versions")) {
            assertThat(page(organizer, path).text()).as(path).doesNotContain("报送时 ", "报送以后");
        }
        assertThat(body(organizer.get(report + "/export?format=csv"))).doesNotContain("报送时");

        clock.set("2025-11-06T09:00");
        given.issued(town.county, town.township, OCTOBER, Map.of("value_added", new BigDecimal("10800")));

        organizer = user(town.county.first());
        for (String path : List.of(report, review, report + "/versions")) {
            assertThat(page(organizer, path).text()).as(path).contains("10,800.00", "报送时 10,764.00", "报送时 63.7");
        }
        assertThat(page(organizer, report).select("tr#value_added").text()).contains("报送时 10,764.00");
        for (String path : List.of(report, review)) {
            assertThat(page(organizer, path).select(".xp-steps").text())
                    .as(path)
                    .contains("报送以后重新下发 1 个数");
        }
        assertThat(page(user(town.clerk), report).text()).contains("报送时 10,764.00", "报送以后重新下发");
        assertThat(body(organizer.get(report + "/export?format=csv"))).contains("报送时累计数", "10764.00");
        assertThat(page(user(town.county.first()).inEnglish(), report).text()).contains("handed in as 10,764.00");
    }

    /** Power use is issued month by month: October's cumulative value moves November's. */
    @Test
    void aLaterMonthThatFollowsSaysWhatItWasHandedInWith() {
        clock.set("2025-12-03T09:00");
        for (int month = 2; month <= 11; month++) {
            given.issued(town.county, town.township, Period.of(2025, month), Map.of("power_use", BigDecimal.TEN));
        }
        town.submit(NOVEMBER, Months.content(Months.REAL, "主持两次协调会", "外出学习"));
        organizer = user(town.county.first());
        assertThat(page(organizer, town.path(NOVEMBER)).select("tr#power_use").text())
                .contains("100.00")
                .doesNotContain("报送时");
        clock.set("2025-12-04T09:00");
        given.issued(town.county, town.township, OCTOBER, Map.of("power_use", new BigDecimal("12")));

        organizer = user(town.county.first());
        String line =
                page(organizer, town.path(NOVEMBER)).select("tr#power_use").text();
        assertThat(line).contains("102.00", "报送时 100.00").doesNotContain("报送时 10.00");
        assertThat(page(organizer, town.path(NOVEMBER) + "/versions").text()).contains("报送时 100.00");
        assertThat(page(organizer, town.path(NOVEMBER)).select(".xp-steps").text())
                .doesNotContain("报送以后重新下发");
    }

    @Test
    void thePreviewNamesTheApprovedReportsThatReadOtherwiseAfterwards() {
        town.issued(OCTOBER);
        town.at(OCTOBER, ReportStatus.APPROVED);
        String cell = "figures[" + town.township + ":value_added]";
        for (WebUser issuer : List.of(organizer, user(given.bureau(town.county.id(), FigureIssuer.STATISTICS)))) {
            MvcTestResult preview = issuer.post(SHEET + "/preview", cell, "10800");
            assertThat(preview).hasStatus(200);
            assertThat(Jsoup.parse(body(preview))
                            .select("section[aria-labelledby=a]")
                            .text())
                    .contains("已经通过的月报", "2025年10月");
        }
        WebUser foreign = user(given.bureau(given.county().id(), FigureIssuer.STATISTICS));
        assertThat(body(foreign.post(SHEET + "/preview", cell, "10800"))).doesNotContain("已经通过的月报");
    }

    @Test
    void whoeverObjectedDoesNotAnswerUnderAnotherDuty() {
        town.issued(OCTOBER);
        party.post(SHEET + "/" + town.township + "/value_added/objection", "reason", "少报了两户");
        database.owner()
                .update(
                        "update figure_objection set raised_by = ? where county_id = ?",
                        town.county.first().user().accountId(),
                        town.county.id());
        UUID id = open();

        MvcTestResult refusal =
                organizer.post(SHEET + "/objections/" + id + "/refusal", "reason", "与台账一致", "at", id.toString());
        assertThat(refusal).hasStatus(422);
        Document page = Jsoup.parse(body(refusal));
        assertThat(page.select("#f-reason-error").text()).contains("您本人提出的异议");
        assertThat(page.select("#f-reason").text()).isEqualTo("与台账一致");

        Document preview = Jsoup.parse(body(organizer.post(
                SHEET + "/preview",
                "figures[" + town.township + ":value_added]",
                "10800",
                "figures[" + town.township + ":value_added_growth]",
                "-15.1")));
        List<String> fields = new ArrayList<>();
        for (String name : List.of("content", "seen", "way", "fileName", "seal")) {
            fields.addAll(
                    List.of(name, preview.select("input[name=" + name + "]").val()));
        }
        MvcTestResult issued = organizer.post(SHEET + "/issuance", fields.toArray(String[]::new));
        assertThat(issued).hasStatus(422);
        Document again = Jsoup.parse(body(issued));
        assertThat(again.select("[role=alert]").text()).contains("您本人提出的异议");
        assertThat(again.html()).contains("<ins>10,800.00</ins>");
        assertThat(again.select("input[name=content]").val()).contains("value_added_growth -15.1");
        assertThat(second.post(SHEET + "/objections/" + id + "/refusal", "reason", "与台账一致"))
                .hasStatus(302);
    }

    @Test
    void anAddressOfAnotherIssuerOrMonthFindsNoObjection() {
        town.issued(OCTOBER);
        given.issued(town.county, town.township, OCTOBER, Map.of("power_use", BigDecimal.TEN));
        String tax = "/industry/issued/TAX/" + OCTOBER;
        String power = "/industry/issued/POWER/" + OCTOBER;

        assertThat(party.post(tax + "/" + town.township + "/power_use/objection", "reason", "不对"))
                .hasStatus(404);
        assertThat(party.post(power + "/" + town.township + "/power_use/objection", "reason", "不对"))
                .hasStatus(302);
        for (String other : List.of(tax, SHEET, "/industry/issued/POWER/2020-05")) {
            assertThat(organizer.post(other + "/objections/" + open() + "/refusal", "reason", "与台账一致"))
                    .as(other)
                    .hasStatus(404);
        }
        assertThat(organizer.post(power + "/objections/" + open() + "/refusal", "reason", "与台账一致"))
                .hasStatus(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PARTY_SECRETARY", "TOWNSHIP_CLERK"})
    void aTownshipObjectsWithAReasonOnceUntilItIsAnswered(Role role) {
        town.issued(OCTOBER);
        WebUser objector = user(role == Role.PARTY_SECRETARY ? town.party : town.clerk);
        WebUser bureau = user(given.bureau(town.county.id(), FigureIssuer.STATISTICS));
        String at = town.township + "-value_added";
        String objection = SHEET + "/" + town.township + "/value_added/objection";

        MvcTestResult silent = objector.post(objection, "reason", "  ", "at", at);
        assertThat(silent).hasStatus(422);
        Document page = Jsoup.parse(body(silent));
        assertThat(Objects.requireNonNull(page.getElementById("f-reason-error")).text())
                .contains("请写明理由");
        assertThat(page.select("details[open] #f-reason")).hasSize(1);
        MvcTestResult longer = objector.post(objection, "reason", "长".repeat(501), "at", at);
        assertThat(longer).hasStatus(422);
        assertThat(Jsoup.parse(body(longer)).select("#f-reason").text()).startsWith("长长");

        assertThat(objector.post(objection, "reason", "少报了两户", "at", at)).hasStatus(302);
        MvcTestResult twice = objector.post(objection, "reason", "再说一次", "at", at);
        assertThat(twice).hasStatus(422);
        assertThat(body(twice)).contains("这个数字已经提过异议，正在等答复");
        assertThat(page(objector, town.path(OCTOBER)).select("tr#value_added").text())
                .contains("已提异议，等答复");
        assertThat(body(bureau.get("/industry/issued"))).contains("少报了两户");
        assertThat(body(bureau.get(SHEET))).contains("少报了两户", "维持原数");

        String refusal = SHEET + "/objections/" + open() + "/refusal";
        MvcTestResult unexplained = bureau.post(refusal, "reason", "", "at", open().toString());
        assertThat(unexplained).hasStatus(422);
        assertThat(Jsoup.parse(body(unexplained))
                        .select("details[open] #f-reason-error")
                        .text())
                .contains("请写明理由");
        assertThat(objector.post(refusal, "reason", "x")).hasStatus(403);
        assertThat(bureau.post(refusal, "reason", "与台账一致")).hasStatus(302);
        assertThat(bureau.post(refusal, "reason", "与台账一致")).hasStatus(422);
        assertThat(body(objector.get(SHEET))).contains("与台账一致", "维持原数");

        assertThat(objector.post(objection, "reason", "还是不对", "at", at)).hasStatus(302);
        given.issued(town.county, town.township, OCTOBER, Map.of("value_added", new java.math.BigDecimal("10800")));
        assertThat(body(objector.get(SHEET))).contains("已更正下发", "10,800.00", "第 2 版");
        assertThat(page(objector, town.path(OCTOBER)).select("tr#value_added").text())
                .contains("10,800.00")
                .doesNotContain("已提异议");
    }

    @Test
    void objectionsOfOthersAndToNothingAreNotFound() {
        town.issued(OCTOBER);
        WebUser neighbour =
                user(given.person(Role.TOWNSHIP_CLERK, given.county().township()));
        String objection = SHEET + "/" + town.township + "/value_added/objection";

        assertThat(neighbour.post(objection, "reason", "不对")).hasStatus(404);
        assertThat(party.post(SHEET + "/" + town.township + "/tax_paid/objection", "reason", "不对"))
                .hasStatus(404);
        assertThat(party.post(SHEET + "/" + town.township + "/nothing/objection", "reason", "不对"))
                .hasStatus(404);
        assertThat(party.post(SHEET + "/no-id/value_added/objection", "reason", "不对"))
                .hasStatus(404);
        assertThat(organizer.post(objection, "reason", "不对")).hasStatus(403);
        assertThat(organizer.post(SHEET + "/objections/" + Ids.next() + "/refusal", "reason", "x"))
                .hasStatus(404);
    }

    @Test
    void aReportWithAnObjectionThatWaitsIsLookedAtByItself() {
        town.issued(OCTOBER);
        town.submit(OCTOBER, Months.content(Months.REAL, "主持两次协调会", "外出学习"));
        String picked = town.township + "/" + OCTOBER + "/1";
        assertThat(body(second.get("/progress/reviews"))).contains("value=\"" + picked);
        party.post(SHEET + "/" + town.township + "/value_added/objection", "reason", "少报了两户");

        assertThat(body(second.get("/progress/reviews"))).doesNotContain("value=\"" + picked);
        assertThat(page(second, "/progress/reviews/" + town.township + "/" + OCTOBER)
                        .text())
                .contains("已提异议，等答复");
        assertThat(body(second.post("/progress/reviews/approvals", "picked", picked)))
                .contains("没有通过 1 份");
        assertThat(town.status(OCTOBER)).isEqualTo("[SUBMITTED]");

        organizer.post(SHEET + "/objections/" + open() + "/refusal", "reason", "与台账一致");
        assertThat(body(second.get("/progress/reviews"))).contains("value=\"" + picked);
    }

    /** Decision 25: whoever approves over an open objection has seen this one. */
    @Test
    void anOpenObjectionIsSeenBeforeTheReportIsApproved() {
        town.issued(OCTOBER);
        town.submit(OCTOBER, Months.content(Months.REAL, "主持两次协调会", "外出学习"));
        String review = "/progress/reviews/" + town.township + "/" + OCTOBER;
        assertThat(page(second, review).select("[name=seen]")).isEmpty();
        party.post(SHEET + "/" + town.township + "/value_added/objection", "reason", "少报了两户");
        String objection = open().toString();

        Document page = page(second, review);
        assertThat(page.select("#findings").text()).contains("少报了两户", "去答复");
        assertThat(page.select("#findings a").attr("href")).isEqualTo(SHEET + "#t-" + town.township);
        assertThat(page.select("[name=objections]").val()).isEqualTo(objection);
        MvcTestResult unseen = second.post(review + "/approval", "copy", "1", "objections", objection);
        assertThat(unseen).hasStatus(422);
        assertThat(body(unseen)).contains("还没有答复。请看过以后勾选");
        assertThat(second.post(review + "/approval", "copy", "1", "seen", "true"))
                .hasStatus(422);
        assertThat(second.post(
                        review + "/approval",
                        "copy",
                        "1",
                        "seen",
                        "true",
                        "objections",
                        Ids.next().toString()))
                .as("another one")
                .hasStatus(422);
        assertThat(town.status(OCTOBER)).isEqualTo("[SUBMITTED]");

        assertThat(second.post(review + "/approval", "copy", "1", "seen", "true", "objections", objection))
                .hasStatus(302);
        assertThat(town.status(OCTOBER)).isEqualTo("[APPROVED]");
        assertThat(open()).as("still waits for its answer").hasToString(objection);
    }

    @Test
    void anotherValueIsTypedFromAMonthOnWhenASecondOrganizerHasConfirmedIt() {
        town.at(OCTOBER, ReportStatus.SUBMITTED);
        assertThat(organizer.post(SETTINGS, "indicator", "research_spending", "typed", "MONTH", "from", "2025-11"))
                .hasStatus(302);
        String proposal = SETTINGS + "/" + proposal();
        assertThat(body(organizer.get(SETTINGS))).contains("由您提出").doesNotContain(proposal + "/confirmation");
        assertThat(organizer.post(proposal + "/confirmation")).hasStatus(422);
        MvcTestResult other =
                second.post(SETTINGS, "indicator", "research_spending", "typed", "MONTH", "from", "2025-12");
        assertThat(other).hasStatus(422);
        assertThat(body(other)).contains("f-indicator-error", "已有一份提议待确认");
        assertThat(body(second.get(SETTINGS))).contains(proposal + "/confirmation");
        assertThat(second.post(proposal + "/confirmation")).hasStatus(302);
        assertThat(second.post(proposal + "/withdrawal")).hasStatus(422);
        assertThat(body(second.get(SETTINGS))).contains("自 2025年11月 起填当月数");

        clock.set("2025-12-03T09:00");
        WebUser clerk = user(town.clerk);
        assertThat(page(clerk, town.path(NOVEMBER))
                        .select("tr#research_spending")
                        .text())
                .contains("填当月");
        MvcTestResult typed = clerk.post(town.path(NOVEMBER) + "/fields", field("research_spending", "20", 1));
        assertThat(typed).hasStatus(200);
        assertThat(Jsoup.parse(body(typed)).select("tr#research_spending").text())
                .contains("831.00");
        assertThat(page(organizer, town.path(OCTOBER))
                        .select("tr#research_spending")
                        .text())
                .contains("811.00");
    }

    @Test
    void settingsThatCannotBeAreRefusedAtTheirField() {
        refusedSetting("f-from-error", "最早 2025年11月", "research_spending", "MONTH", "2025-10");
        refusedSetting("f-indicator-error", "已经是这样填", "research_spending", "CUMULATIVE", "2025-11");
        refusedSetting("f-typed-error", "", "research_spending", "BOTH", "2025-11");
        refusedSetting("f-from-error", "", "research_spending", "MONTH", "soon");
        refusedSetting("f-typed-error", "请选择", "research_spending", "", "2025-11");
        assertThat(organizer.post(SETTINGS, "indicator", "nothing", "typed", "MONTH", "from", "2025-11"))
                .hasStatus(404);
        assertThat(party.post(SETTINGS, "indicator", "research_spending", "typed", "MONTH", "from", "2025-11"))
                .hasStatus(403);
        assertThat(organizer.post(SETTINGS + "/" + Ids.next() + "/confirmation"))
                .hasStatus(404);
    }

    @Test
    void aProposalThatIsTakenBackChangesNothing() {
        organizer.post(SETTINGS, "indicator", "research_spending", "typed", "MONTH", "from", "2025-11");
        UUID proposal = proposal();
        WebUser elsewhere = user(given.county().first());
        assertThat(elsewhere.post(SETTINGS + "/" + proposal + "/confirmation")).hasStatus(404);
        assertThat(elsewhere.post(SETTINGS + "/" + proposal + "/withdrawal")).hasStatus(404);
        assertThat(second.post(SETTINGS + "/" + proposal + "/withdrawal")).hasStatus(302);
        assertThat(second.post(SETTINGS + "/" + proposal + "/confirmation")).hasStatus(422);
        assertThat(body(second.get(SETTINGS))).doesNotContain("拟自");
    }

    @Test
    void aProposalWhoseMonthIsOverIsNotConfirmed() {
        organizer.post(SETTINGS, "indicator", "research_spending", "typed", "MONTH", "from", "2025-11");
        clock.set("2025-12-01T09:00");

        MvcTestResult late = user(town.county.second()).post(SETTINGS + "/" + proposal() + "/confirmation");
        assertThat(late).hasStatus(422);
        assertThat(body(late)).contains("最早 2025年12月");
    }

    private void refusedSetting(String field, String text, String indicator, String typed, String from) {
        MvcTestResult answer = organizer.post(SETTINGS, "indicator", indicator, "typed", typed, "from", from);
        assertThat(answer).hasStatus(422);
        assertThat(Objects.requireNonNull(Jsoup.parse(body(answer)).getElementById(field))
                        .text())
                .contains(text);
    }

    private WebUser user(Person person) {
        return WebUser.signedIn(mvc, person);
    }

    private static Document page(WebUser user, String path) {
        MvcTestResult answer = user.get(path);
        assertThat(answer).hasStatus(200);
        return Jsoup.parse(body(answer));
    }

    private static String[] complete(String... more) {
        List<String> fields = new ArrayList<>(List.of("token", UUID.randomUUID().toString(), "daysOnSite", "8"));
        Months.REAL.forEach((code, value) -> fields.addAll(List.of("figures[" + code + "]", value)));
        fields.addAll(List.of(
                "achievements",
                "接通两户企业的电",
                "absence",
                "外出学习",
                "partyPart",
                "主持两次协调会",
                "behindNote",
                "工业投资项目开工晚，年底前补上"));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private static String[] field(String code, String value, int number) {
        return new String[] {
            "field",
            code,
            "opened",
            UUID.randomUUID().toString(),
            "number",
            String.valueOf(number),
            "base[" + code + "]",
            "",
            "figures[" + code + "]",
            value
        };
    }

    private Map<String, @Nullable Object> share() {
        return database.owner()
                .queryForMap("select fields, fields_typed from submitted_copy where township_id = ?", town.township);
    }

    private UUID open() {
        return one("select id from figure_objection where county_id = ? and answer is null");
    }

    private UUID proposal() {
        return one(
                "select id from typed_setting where county_id = ? and confirmed_at is null and withdrawn_at is null");
    }

    private UUID one(String sql) {
        return Objects.requireNonNull(database.owner().queryForObject(sql, UUID.class, town.county.id()));
    }
}
