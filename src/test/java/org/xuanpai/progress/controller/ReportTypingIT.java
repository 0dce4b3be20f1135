package org.xuanpai.progress.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.progress.Months;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.Period;

/** A month that is saved while it is typed: what is answered to each field, and what two people at one report are asked. */
@IntegrationTest
class ReportTypingIT {

    private static final Period MONTH = Period.of(2025, 10);

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private MockMvcTester mvc;

    private Months town;
    private Typist party;
    private Typist clerk;

    @BeforeEach
    void twoPeopleAtOneReport() {
        town = Months.Factory.of(beans).township(2025);
        party = new Typist(WebUser.signedIn(mvc, town.party));
        clerk = new Typist(WebUser.signedIn(mvc, town.clerk));
    }

    @Test
    void aFieldIsSavedAloneAndWhatFollowsFromItComesBack() {
        Document answer = clerk.saves("fixed_investment", "", "15,000");

        assertThat(answer.select("tr#fixed_investment td.pc").text()).contains("78.9");
        assertThat(answer.select("[name='base[fixed_investment]']").val()).isEqualTo("15,000.00");
        assertThat(answer.select("main").text()).contains(town.clerk.user().displayName());
        assertThat(answer.select("header, footer")).isEmpty();
        assertThat(town.stored(MONTH)).contains("15000");
    }

    /** Three of the four figures with a target, both secretaries' parts, the note on what lags. */
    @Test
    void whatIsLeftIsCountedOnceAndInTheSameWords() {
        Document answer = clerk.saves("fixed_investment", "", "15,000");

        assertThat(answer.select(".xp-prog b").text()).isEqualTo("提交前还有 6 处要处理");
        assertThat(answer.select("#open h2").text()).isEqualTo("提交前还有 6 处要处理");
        assertThat(answer.select("#open").text()).contains("其中 3 处是必填的数字没有填");
        assertThat(answer.select(".xp-jump a").eachText())
                .containsExactly("一、工业指标 3 处", "二、第一书记 未确认", "三、党委书记 未写", "四、落后说明 未写");
        assertThat(answer.select(".xp-rows").text()).doesNotContainPattern("\\d 项");
        assertThat(answer.select(".xp-prog progress").attr("value")).isEqualTo("1");
        assertThat(answer.select(".xp-prog progress").attr("max")).isEqualTo("7");
    }

    @Test
    void aFirstSecretaryConfirmsUnderWhatIsConfirmed() {
        clerk.saves("ACHIEVEMENTS", "", "接通两户企业的电");

        Document page =
                Jsoup.parse(WebUser.body(WebUser.signedIn(mvc, town.secretary).get(town.path(MONTH))));

        assertThat(page.select("#s2 button[data-send]").text()).isEqualTo("确认本人部分");
        assertThat(page.select(".xp-sticky button")).isEmpty();
        assertThat(page.select(".xp-sticky a:not(.xp-save)").attr("href")).isEqualTo("#s2");
    }

    @Test
    void twoWhoTypeInDifferentFieldsDoNotDisturbEachOther() {
        clerk.saves("fixed_investment", "", "15000");
        party.saves("research_spending", "", "800");
        party.saves("PARTY_PART", "", "主持两次协调会");
        Document last = clerk.saves("ACHIEVEMENTS", "", "接通两户企业的电");

        assertThat(last.select("[name='figures[research_spending]']").val()).isEqualTo("800.00");
        assertThat(town.stored(MONTH)).contains("15000", "800", "主持两次协调会", "接通两户企业的电");
    }

    @Test
    void aFieldThatBothTypedInAsksWhichOneCounts() {
        clerk.saves("fixed_investment", "", "2980");

        Document asked = party.sends(409, "fixed_investment", "", "3020");
        assertThat(asked.select("#fixed_investment-check").text())
                .contains(town.clerk.user().displayName(), "2,980.00", "您填的是 3020");
        assertThat(asked.select("[name='figures[fixed_investment]']").val()).isEqualTo("3020");
        assertThat(town.stored(MONTH)).contains("2980").doesNotContain("3020");

        party.saves("fixed_investment", asked.select("[data-keep]").attr("data-theirs"), "3020");
        assertThat(town.stored(MONTH)).contains("3020").doesNotContain("2980");
    }

    @Test
    void aFieldThatHoldsTheSameAlreadyIsNotAskedAbout() {
        clerk.saves("fixed_investment", "", "2980");
        party.saves("fixed_investment", "", "2,980.00");
    }

    @Test
    void aFieldThatOnlyTheOtherTouchedIsNotAskedAbout() {
        clerk.saves("fixed_investment", "", "100");
        party.saves("fixed_investment", "100", "2980");

        Document answer = clerk.saves("fixed_investment", "100.00", "100");

        assertThat(answer.select("[name='figures[fixed_investment]']").val()).isEqualTo("2,980.00");
        assertThat(town.stored(MONTH)).contains("2980");
    }

    @Test
    void whatIsNoFigureIsRefusedAtItsFieldAndTheOthersGoOn() {
        Document refused = clerk.sends(422, "fixed_investment", "", "很多");
        assertThat(refused.select("#f-figures-fixed-investment-error").text()).contains("固定资产投资应填数字");
        assertThat(town.stored(MONTH)).isEqualTo("[]");

        Document saved = clerk.saves(
                "research_spending", "", "800", "figures[fixed_investment]", "很多", "base[fixed_investment]", "");
        assertThat(saved.select("#f-figures-fixed-investment-error").text())
                .as("still there")
                .contains("应填数字");
        assertThat(saved.select("[name='figures[fixed_investment]']").val()).isEqualTo("很多");
        assertThat(town.stored(MONTH)).contains("800").doesNotContain("很多");
    }

    @Test
    void aFieldThatArrivesAgainHasOneEffect() {
        clerk.saves("fixed_investment", "", "2980");
        party.saves("fixed_investment", "2980", "3020");
        clerk.number--;

        Document answer = clerk.saves("fixed_investment", "", "2980");

        assertThat(answer.select("[name='figures[fixed_investment]']").val()).isEqualTo("3,020.00");
        assertThat(town.stored(MONTH)).contains("3020");
    }

    @Test
    void whatArrivesLateDoesNotOverwriteWhatTheSamePageSentAfterIt() {
        clerk.number = 1;
        clerk.saves("fixed_investment", "", "29");
        clerk.number = 0;
        clerk.saves("fixed_investment", "", "2");
        assertThat(town.stored(MONTH)).contains("29.0000");

        clerk.number = 2;
        clerk.saves("fixed_investment", "", "298");
        assertThat(town.stored(MONTH)).as("the answer to 29 was lost").contains("298.0000");
    }

    @Test
    void whatIsTypedAfterTheReportWasHandedInIsKeptOnThePage() {
        town.submit(MONTH);
        String before = town.stored(MONTH);

        Document answer = clerk.sends(423, "fixed_investment", "22166", "30000");

        assertThat(answer.select("#notice").text()).contains("这份月报已提交", "没有丢");
        assertThat(answer.select("main")).isEmpty();
        assertThat(town.stored(MONTH)).isEqualTo(before);
    }

    @Test
    void aFieldThatTheReturnDidNotOpenIsNotSaved() {
        town.at(MONTH, ReportStatus.SUBMITTED);
        town.sendBack(MONTH, Map.of("research_spending", ""));

        assertThat(clerk.sends(423, "fixed_investment", "22166", "1").text()).contains("没有开放这一项");
        clerk.saves("research_spending", "811", "820");
        assertThat(town.stored(MONTH)).contains("22166", "820");
    }

    @Test
    void nobodyWritesTheSecretarysPartsForThem() {
        assertThat(clerk.sends(423, "PARTY_PART", "", "代写").text()).contains("没有开放这一项");
        Typist secretary = new Typist(WebUser.signedIn(mvc, town.secretary));
        secretary.answer("ACHIEVEMENTS", "", "办成一件事", 403);
        secretary.fields = "/own-part/fields";
        secretary.sends(423, "fixed_investment", "", "1");
        secretary.sends(423, "happiness", "", "1");
        secretary.saves("ACHIEVEMENTS", "", "办成一件事");
        assertThat(town.stored(MONTH)).contains("办成一件事").doesNotContain("代写");
    }

    @Test
    void thePageOfAnotherIsNotFound() {
        clerk.saves("fixed_investment", "", "2980");
        party.opened = clerk.opened;
        party.answer("fixed_investment", "2980", "1", 404);
        assertThat(new Typist(WebUser.signedIn(mvc, Months.Factory.of(beans).township(2025).party))
                        .answer("fixed_investment", "", "1", 404))
                .contains("没有找到");
    }

    @Test
    void thePlainFormMergesWhatOnlyOneTouched() {
        clerk.saves("fixed_investment", "", "15000");
        MvcTestResult answer = party.user.post(
                town.path(MONTH) + "/draft",
                "token",
                UUID.randomUUID().toString(),
                "figures[research_spending]",
                "800",
                "partyPart",
                "主持两次协调会");
        assertThat(answer).hasStatus(302);
        assertThat(town.stored(MONTH)).contains("15000", "800", "主持两次协调会");
    }

    @Test
    void thePageSaysWhereOneLeftOffAndWhoSavedLast() {
        clerk.saves("fixed_investment", "", "15000");
        party.saves("research_spending", "", "800");

        Document page = clerk.page("");
        assertThat(page.select("#rows").text()).contains("您上次填到：固定资产投资");
        assertThat(page.select("[data-resume]").attr("data-field")).isEqualTo("fixed_investment");
        assertThat(page.select(".xp-saves").text()).contains(town.party.user().displayName());
    }

    @Test
    void hiddenRowsStayInTheForm() {
        clerk.saves("fixed_investment", "", "7000");
        clerk.saves("industrial_investment", "", "9000");

        Document todo = clerk.page("?show=problems");
        assertThat(todo.select("#figures tbody tr[id]:not([hidden]):not(.xp-checkrow)")
                        .eachAttr("id"))
                .containsExactlyInAnyOrder(
                        "fixed_investment", "industrial_investment", "renovation_investment", "research_spending");
        assertThat(todo.select("input[name^='figures[']")).hasSize(12);
        assertThat(clerk.page("?show=nothing").select("#figures tr[hidden]")).isEmpty();
    }

    @Test
    void aPastedTableComesBackAsTheFieldsTakeIt() {
        MvcTestResult answer = clerk.user.post(
                town.path(MONTH) + "/column",
                "text",
                "规上工业增加值\t12634\n固定资产投资\t２，９８０\n其中：工业投资\t1.2亿元\n",
                "into",
                "gross_output");
        Document pasted = Jsoup.parse(WebUser.body(answer));

        assertThat(answer).hasStatusOk();
        assertThat(pasted.select("[data-cell]").eachAttr("data-cell"))
                .containsExactly("fixed_investment", "industrial_investment");
        assertThat(pasted.select("[data-cell]").eachAttr("data-value")).containsExactly("2,980.00", "12,000.00");
        assertThat(pasted.text()).contains("填了 2 格", "规上工业增加值（不由乡镇填报）");
        assertThat(town.stored(MONTH)).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({"1;2, 粘贴了 2 行，从这一格往下只有 1 格", "固定资产投资:1:2, 固定资产投资 一行有 2 个数", "规上工业增加值:1, 规上工业增加值（不由乡镇填报）"})
    void aPasteThatFillsNothingSaysWhy(String table, String why) {
        MvcTestResult answer = clerk.user.post(
                town.path(MONTH) + "/column",
                "text",
                table.replace(':', '\t').replace(';', '\n'),
                "into",
                "fixed_investment");
        Document refused = Jsoup.parse(WebUser.body(answer));

        assertThat(answer).hasStatus(422);
        assertThat(refused.text()).contains(why);
        assertThat(refused.select("[data-cell], [data-undo]")).isEmpty();
    }

    @Test
    void aReasonIsSavedLikeAnyOtherField() {
        town.submit(Period.of(2025, 9), Months.content(Months.REAL, "主持两次协调会", "外出学习"));
        Document typed = clerk.saves("fixed_investment", "", "20000");
        String field = "fixed_investment.BELOW_LAST_MONTH";
        assertThat(typed.select("[data-field='" + field + "']").attr("data-problem"))
                .isEqualTo("reason");

        Document explained = clerk.saves(field, "", "统计局修订");
        assertThat(explained.select("[data-field='" + field + "']").text()).isEqualTo("统计局修订");
        assertThat(explained.select("[data-field='" + field + "']").hasAttr("data-problem"))
                .isFalse();
        Document asked = party.sends(409, field, "", "核减一户");
        assertThat(asked.select("#fixed_investment-check").text()).contains("填了 统计局修订，您填的是 核减一户");
        assertThat(clerk.page("").select("#rows").text()).contains("您上次填到：固定资产投资");
    }

    @Test
    void aReasonThatIsNoLongerAskedForIsSaidToBeGoneAndTheReportStaysOpen() {
        town.submit(Period.of(2025, 9), Months.content(Months.REAL, "主持两次协调会", "外出学习"));
        String field = "fixed_investment.BELOW_LAST_MONTH";
        clerk.saves("fixed_investment", "", "20000");
        party.saves("fixed_investment", "20000", "23000");
        String before = town.stored(MONTH);

        Document answer = clerk.sends(410, field, "", "核减一户");

        assertThat(answer.select("#report [data-field='fixed_investment']").val())
                .isEqualTo("23,000.00");
        assertThat(answer.select("[data-field='" + field + "'], #notice section"))
                .isEmpty();
        assertThat(town.stored(MONTH)).isEqualTo(before);
        clerk.saves("research_spending", "", "800");

        town.submit(MONTH);
        assertThat(clerk.sends(423, field, "", "核减一户").select("main")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"number,0", "number,x", "opened,x", "field,''", "opened,''"})
    void aSendThatIsNotWholeHasNoEffect(String name, String value) {
        List<String> parameters = new ArrayList<>(List.of("figures[fixed_investment]", "1"));
        Map<String, String> whole = new java.util.LinkedHashMap<>(
                Map.of("field", "fixed_investment", "opened", UUID.randomUUID().toString(), "number", "1"));
        whole.put(name, value);
        whole.forEach((key, text) -> parameters.addAll(List.of(key, text)));
        assertThat(clerk.user
                        .post(town.path(MONTH) + "/fields", parameters.toArray(String[]::new))
                        .getResponse()
                        .getStatus())
                .isIn(400, 422, 423);
        assertThat(town.stored(MONTH)).isEqualTo("[]");
    }

    /** Somebody at an open page. */
    private final class Typist {

        private final WebUser user;
        private UUID opened = UUID.randomUUID();
        private long number;
        private String fields = "/fields";

        Typist(WebUser user) {
            this.user = user;
        }

        Document saves(String field, String base, String value, String... others) {
            return sends(200, field, base, value, others);
        }

        Document sends(int status, String field, String base, String value, String... others) {
            return Jsoup.parse(answer(field, base, value, status, others));
        }

        String answer(String field, String base, String value, int status, String... others) {
            List<String> parameters = new ArrayList<>(List.of(others));
            parameters.addAll(List.of(
                    "field",
                    field,
                    "opened",
                    opened.toString(),
                    "number",
                    String.valueOf(++number),
                    "base[" + field + "]",
                    base,
                    FormFields.path(field),
                    value));
            MvcTestResult answer = user.post(town.path(MONTH) + fields, parameters.toArray(String[]::new));
            assertThat(answer).hasStatus(status);
            return WebUser.body(answer);
        }

        Document page(String query) {
            return Jsoup.parse(WebUser.body(user.get(town.path(MONTH) + query)));
        }
    }
}
