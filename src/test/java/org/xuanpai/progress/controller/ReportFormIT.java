package org.xuanpai.progress.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import org.xuanpai.IntegrationTest;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.progress.Months;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.service.ReportDraftService;
import org.xuanpai.shared.Period;

/** What the form says to bad input: 4xx, at the field, in both languages, what was typed still there, nothing changed. */
@IntegrationTest
class ReportFormIT {

    private static final Period MONTH = Period.of(2025, 10);

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ReportDraftService drafts;

    private Months town;
    private WebUser party;

    @BeforeEach
    void aTownship() {
        town = Months.Factory.of(beans).township(2025);
        party = WebUser.signedIn(mvc, town.party);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("figures[fixed_investment]", "-1", "固定资产投资不能是负数", "Fixed-asset investment cannot be negative"),
                wrong("figures[fixed_investment]", "9".repeat(30), "固定资产投资应填数字", "must be a number"),
                wrong("figures[fixed_investment]", "9".repeat(15), "固定资产投资太大", "is too large"),
                wrong("figures[fixed_investment]", "很多", "固定资产投资应填数字", "must be a number"),
                wrong("figures[fixed_investment]", "1e999999999", "固定资产投资应填数字", "must be a number"),
                wrong("figures[fixed_investment]", "1.234", "固定资产投资最多 2 位小数", "has at most 2 decimals"),
                wrong("figures[fixed_investment]", "12\u0000", "固定资产投资应填数字", "must be a number"),
                wrong("figures[fixed_investment]", "🏭", "固定资产投资应填数字", "must be a number"),
                wrong("figures[fixed_investment]", "1".repeat(1_000_001), "固定资产投资应填数字", "must be a number"),
                wrong("figures[projects_signed]", "1.5", "签约项目应填整数", "Projects signed must be a whole number"),
                wrong("daysOnSite", "32", "应填 0 到 31 之间的整数", "Must be a whole number from 0 to 31"),
                wrong("daysOnSite", "-1", "应填 0 到 31 之间的整数", "Must be a whole number from 0 to 31"),
                wrong("daysOnSite", "八", "应填 0 到 31 之间的整数", "Must be a whole number from 0 to 31"),
                wrong("achievements", "a\u0000b", "控制字符", "control characters"),
                wrong("achievements", "a\ud83d", "控制字符", "control characters"),
                wrong("partyPart", "字".repeat(1001), "太长，最多 1000 字", "Too long, at most 1000"),
                wrong("behindNote", "b".repeat(1_000_001), "太长，最多 1000 字", "Too long, at most 1000"),
                wrong("absence", "字".repeat(201), "太长，最多 200 字", "Too long, at most 200"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("wrong")
    void badInputIsSaidAtTheFieldAndNothingTypedIsLost(String field, String value, String chinese, String english) {
        refusesAtTheField("zh", "/draft", field, value, chinese);
        refusesAtTheField("en", "/submission", field, value, english);
    }

    private void refusesAtTheField(String language, String act, String field, String value, String text) {
        party.get("/progress?lang=" + language);
        MvcTestResult answer = post(act, with(field, value));

        assertThat(answer.getResponse().getStatus()).isEqualTo(422);
        String body = WebUser.body(answer);
        assertThat(fault(body, field)).contains(text);
        // a lone surrogate has no form on a page, and a million characters need not be looked for
        if (value.length() < 10_000 && !value.endsWith("\ud83d")) {
            assertThat(body).contains(HtmlUtils.htmlEscape(value));
        }
        assertThat(body).as("the others").contains(field.equals("achievements") ? "外出学习" : "接通两户企业的电", "value=\"811\"");
        assertThat(town.stored(MONTH)).isEqualTo("[]");
    }

    @Test
    void whatIsMissingIsSaidAtEachField() {
        Map<String, String> parameters = complete();
        parameters.remove("figures[research_spending]");
        parameters.put("partyPart", "  ");
        parameters.put("absence", "");

        String body = refused(post("/submission", parameters), 422);

        assertThat(fault(body, "figures[research_spending]")).contains("研发经费投入有全年任务，必须填写");
        assertThat(fault(body, "achievements")).contains("第一书记还没有确认本人部分");
        assertThat(fault(body, "partyPart")).contains("本人部分还没有写");
        assertThat(body).contains("有 3 处要改", "value=\"22166\"");
        assertThat(town.stored(MONTH)).isEqualTo("[]");
    }

    @Test
    void aPartLargerThanItsWholeBlocksWithBothFigures() {
        Map<String, String> parameters = complete();
        parameters.put("figures[fixed_investment]", "2980");
        parameters.put("figures[industrial_investment]", "3120");
        parameters.put("figures[renovation_investment]", "3,120.00");

        String body = refused(post("/submission", parameters), 422);

        assertThat(fault(body, "figures[industrial_investment]")).contains("工业投资 3,120.00 大于固定资产投资 2,980.00。请改其中一项。");
        assertThat(body).doesNotContain("技改投资 3,120.00 大于");
        assertThat(town.stored(MONTH)).isEqualTo("[]");
    }

    @Test
    void aDraftMaySayMoreForAPartButShowsIt() {
        Map<String, String> parameters = complete();
        parameters.put("figures[fixed_investment]", "2980");
        assertThat(post("/draft", parameters).getResponse().getStatus()).isEqualTo(302);
        assertThat(WebUser.body(party.get(town.path(MONTH)))).contains("工业投资 7,198.00 大于固定资产投资 2,980.00。请改其中一项。");
    }

    @Test
    void theFormTakesThousandsAndFullWidthDigits() {
        Map<String, String> parameters = complete();
        parameters.put("figures[fixed_investment]", "２２，１６６．５０");
        assertThat(post("/draft", parameters).getResponse().getStatus()).isEqualTo(302);
        assertThat(WebUser.body(party.get(town.path(MONTH)))).contains("value=\"22,166.50\"");
    }

    @Test
    void namesThatNoFieldHasChangeNothing() {
        Map<String, String> parameters = complete();
        parameters.put("figures[x]", "1");
        parameters.put("figures[" + "y".repeat(200) + "]", "1");
        parameters.put("status", "APPROVED");
        parameters.put("reader.role", "COUNTY_ORGANIZER");
        parameters.put("_daysOnSite", "on");
        parameters.put("_figures", "on");
        parameters.put("_figures[research_spending]", "on");
        assertThat(post("/draft", parameters).getResponse().getStatus()).isEqualTo(302);
        assertThat(town.status(MONTH)).isEqualTo("[DRAFT]");
        assertThat(town.stored(MONTH)).doesNotContain(",x,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "figures[fixed_investment].a",
                "figures[fixed_investment][0]",
                "figures[a",
                "figures[0].b[999999].c",
                "class.module",
                "figures"
            })
    void tricksWithNamesAreABadRequestAndNoFault(String name) {
        Map<String, String> parameters = complete();
        parameters.put(name, "1");
        assertThat(post("/draft", parameters).getResponse().getStatus()).isIn(302, 400, 422);
        assertThat(town.status(MONTH)).isIn("[]", "[DRAFT]");
    }

    @Test
    void theSameNameTwiceIsABadRequestAndSavesNothing() {
        for (String name :
                List.of("figures[fixed_investment]", "achievements", "base[fixed_investment]", "token", "daysOnSite")) {
            List<String> parameters = flat(complete());
            parameters.addAll(List.of(name, "7", name, "8"));
            assertThat(party.post(town.path(MONTH) + "/draft", parameters.toArray(String[]::new))
                            .getResponse()
                            .getStatus())
                    .as(name)
                    .isEqualTo(400);
        }
        assertThat(town.stored(MONTH)).isEqualTo("[]");
    }

    @Test
    void aPageWithoutItsTokenIsNotSaved() {
        for (String value : List.of("", "x", "1".repeat(40))) {
            String body = refused(post("/submission", with("token", value)), 422);
            assertThat(body).contains("送来时不完整", "主持两次协调会");
        }
        assertThat(town.stored(MONTH)).isEqualTo("[]");
    }

    @Test
    void aMonthThatIsNotDueIsSaid() {
        Map<String, String> due = Map.of(
                "2199-12", "没有这个月的月报",
                "2099-12", "现在不用报",
                "2014-12", "现在不用报",
                "2025-01", "1 月不单独报送",
                "2025-13", "没有这个月的月报",
                "october", "没有这个月的月报");
        due.forEach((month, text) -> {
            String path = "/progress/" + town.township + "/" + month;
            assertThat(refused(party.get(path), 422)).contains(text);
            assertThat(refused(party.post(path + "/submission", flat(complete()).toArray(String[]::new)), 422))
                    .contains(text);
        });
        party.get("/progress?lang=en");
        assertThat(refused(party.get("/progress/" + town.township + "/2025-01"), 422))
                .contains("January is reported together with February");
    }

    @Test
    void aForeignTownshipLooksLikeAMissingOne() {
        Months other = Months.Factory.of(beans).township(2025);
        for (UUID id : List.of(other.township, UUID.randomUUID(), town.county.id())) {
            String path = "/progress/" + id + "/" + MONTH;
            assertThat(refused(party.get(path), 404)).contains("没有找到");
            assertThat(refused(party.post(path + "/draft", flat(complete()).toArray(String[]::new)), 404))
                    .contains("没有找到");
            assertThat(refused(party.get(path + "/export?format=csv"), 404)).contains("没有找到");
        }
        assertThat(party.get("/progress/no-id/2025-10").getResponse().getStatus())
                .isIn(400, 404);
        assertThat(other.stored(MONTH)).isEqualTo("[]");
    }

    @Test
    void withoutTheTokenOfThePageNothingIsSaved() {
        for (String token : List.of("", UUID.randomUUID().toString())) {
            MvcTestResult answer = party.postWithToken(
                    token, town.path(MONTH) + "/submission", flat(complete()).toArray(String[]::new));
            assertThat(answer.getResponse().getStatus()).isEqualTo(403);
        }
        assertThat(town.stored(MONTH)).isEqualTo("[]");
    }

    @Test
    void sendingThePageAgainHasOneEffectAndTheSameAnswer() {
        Map<String, String> parameters = complete();
        MvcTestResult first = post("/submission", parameters);
        MvcTestResult second = post("/submission", parameters);

        assertThat(first.getResponse().getStatus()).isEqualTo(302);
        assertThat(second.getResponse().getStatus()).isEqualTo(302);
        assertThat(second.getResponse().getRedirectedUrl())
                .isEqualTo(first.getResponse().getRedirectedUrl());
        assertThat(town.submissions(MONTH)).isEqualTo(1);
    }

    @Test
    void thePageWithOtherContentIsAConflict() {
        Map<String, String> parameters = complete();
        post("/submission", parameters);
        String before = town.stored(MONTH);
        parameters.put("figures[research_spending]", "812");

        String body = refused(post("/submission", parameters), 409);

        assertThat(body).contains("已经送出过一次");
        assertThat(town.stored(MONTH)).isEqualTo(before);
    }

    @Test
    void somebodyElsesTokenIsNotFound() {
        Map<String, String> parameters = complete();
        post("/submission", parameters);
        Months other = Months.Factory.of(beans).township(2025);
        MvcTestResult answer = WebUser.signedIn(mvc, other.party)
                .post(other.path(MONTH) + "/submission", flat(parameters).toArray(String[]::new));
        assertThat(answer.getResponse().getStatus()).isEqualTo(404);
        assertThat(other.stored(MONTH)).isEqualTo("[]");
    }

    @Test
    void aFieldThatBothTouchedIsAskedAboutAndNothingElse() {
        Map<String, String> parameters = complete();
        ScopeContext.run(
                town.clerk.user(),
                () -> drafts.save(
                        town.clerk.user(),
                        town.township,
                        MONTH,
                        -1,
                        Months.content(Map.of("fixed_investment", "22000"), "", "")));

        String body = refused(post("/submission", parameters), 409);

        assertThat(body)
                .contains(
                        "这份月报已经有了新的一版",
                        "22166",
                        "22,000.00",
                        "主持两次协调会",
                        town.clerk.user().displayName());
        assertThat(town.status(MONTH)).isEqualTo("[DRAFT]");
        assertThat(town.stored(MONTH)).contains("22000").doesNotContain("22166");

        assertThat(choice(body, "figures[fixed_investment]", "22166")).contains("checked");
        assertThat(choice(body, "figures[fixed_investment]", "22,000.00")).doesNotContain("checked");

        assertThat(body).doesNotContain("name=\"achievements\" type=\"radio\"");

        // keep mine: chosen with theirs in sight
        parameters.put("base[fixed_investment]", hidden(body, "base[fixed_investment]"));
        parameters.put("token", hidden(body, "token"));
        assertThat(post("/draft", parameters).getResponse().getStatus()).isEqualTo(302);
        assertThat(town.stored(MONTH)).contains("22166");
    }

    @Test
    void whatTheFirstSecretaryConfirmedMeanwhileIsNotLostToThePartySecretarysPage() {
        Map<String, String> parameters = complete();
        parameters.put("daysOnSite", "");
        parameters.put("achievements", "");
        WebUser secretary = WebUser.signedIn(mvc, town.secretary);
        String page = WebUser.body(secretary.get(town.path(MONTH)));
        assertThat(secretary
                        .post(
                                town.path(MONTH) + "/own-part",
                                "token",
                                hidden(page, "token"),
                                "daysOnSite",
                                "12",
                                "achievements",
                                "办成一件事")
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);

        parameters.put("daysOnSite", "8");
        String body = refused(post("/draft", parameters), 409);

        assertThat(choice(body, "daysOnSite", "12")).contains("checked");
        assertThat(hidden(body, "achievements")).as("not touched here").isEqualTo("办成一件事");
        assertThat(hidden(body, "partyPart")).as("not touched there").isEqualTo("主持两次协调会");
    }

    @Test
    void aPageOfAMonthThatWasHandedInMeanwhileIsShownToo() {
        Map<String, String> parameters = complete();
        town.submit(MONTH);
        parameters.put("figures[fixed_investment]", "30000");

        String body = refused(post("/draft", parameters), 409);

        assertThat(body).contains("这份月报已不能再改", "30000").doesNotContain("按所选存为草稿</button>");
        assertThat(town.status(MONTH)).isEqualTo("[SUBMITTED]");
    }

    @Test
    void afterAReturnOnlyWhatWasMarkedMayChange() {
        town.at(MONTH, ReportStatus.SUBMITTED);
        town.sendBack(MONTH, Map.of("research_spending", "请附凭证"));
        String body = WebUser.body(party.get(town.path(MONTH)));
        assertThat(field(body, "figures[research_spending]")).doesNotContain("readonly");
        assertThat(field(body, "figures[fixed_investment]")).contains("readonly");
        assertThat(body).contains("请附凭证", "只开放标出的项");

        Map<String, String> parameters = complete();
        parameters.put("base[research_spending]", hidden(body, "base[research_spending]"));
        parameters.put("figures[fixed_investment]", "1");
        parameters.put("partyPart", "改写");
        parameters.put("absence", "改写");
        parameters.put("figures[research_spending]", "820");
        String refused = refused(post("/submission", parameters), 422);
        assertThat(fault(refused, "figures[fixed_investment]")).contains("退回时没有开放这一项");
        assertThat(fault(refused, "partyPart")).contains("退回时没有开放这一项");
        assertThat(town.stored(MONTH)).contains("22166").doesNotContain("改写");

        parameters.keySet().removeAll(java.util.List.of("figures[fixed_investment]", "partyPart", "absence"));
        assertThat(post("/submission", parameters).getResponse().getStatus()).isEqualTo(302);
        assertThat(town.stored(MONTH)).contains("22166", "820").doesNotContain("改写");
        assertThat(town.submissions(MONTH)).isEqualTo(2);
    }

    @Test
    void anAbsenceIsNotRecordedOnceTheFirstSecretaryConfirmed() {
        ScopeContext.run(
                town.secretary.user(),
                () -> drafts.confirmOwnPart(town.secretary.user(), town.township, MONTH, -1, 8, "接通两户企业的电"));
        Map<String, String> parameters = complete();
        String before = town.stored(MONTH);

        String body = refused(post("/draft", parameters), 422);

        assertThat(fault(body, "absence")).contains("第一书记已经确认本人部分");
        assertThat(town.stored(MONTH)).isEqualTo(before);
    }

    @Test
    void theFirstSecretaryWritesTheOwnPartAndNothingElse() {
        town.at(MONTH, ReportStatus.DRAFT);
        WebUser secretary = WebUser.signedIn(mvc, town.secretary);
        String page = WebUser.body(secretary.get(town.path(MONTH)));
        assertThat(page).contains("name=\"achievements\"").doesNotContain("name=\"figures[", "name=\"partyPart\"");

        Map<String, String> parameters = complete();
        parameters.put("base[ACHIEVEMENTS]", "接通两户企业的电");
        parameters.put("achievements", "");
        String path = town.path(MONTH);
        assertThat(refused(secretary.post(path + "/own-part", flat(parameters).toArray(String[]::new)), 422))
                .contains("请先写本月做成了什么");
        parameters.put("achievements", "办成一件事");
        assertThat(secretary
                        .post(path + "/own-part", flat(parameters).toArray(String[]::new))
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
        assertThat(town.stored(MONTH)).contains("办成一件事").doesNotContain("主持两次协调会", "22166");
        assertThat(secretary
                        .post(path + "/draft", flat(parameters).toArray(String[]::new))
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    private MvcTestResult post(String act, Map<String, String> parameters) {
        return party.post(town.path(MONTH) + act, flat(parameters).toArray(String[]::new));
    }

    private static List<String> flat(Map<String, String> parameters) {
        List<String> flat = new ArrayList<>();
        parameters.forEach((name, value) -> flat.addAll(List.of(name, value)));
        return flat;
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> parameters = complete();
        parameters.put(name, value);
        return parameters;
    }

    private Map<String, String> complete() {
        Map<String, String> parameters = new java.util.LinkedHashMap<>();
        parameters.put("token", UUID.randomUUID().toString());
        Months.REAL.forEach((code, value) -> parameters.put("figures[" + code + "]", value));
        parameters.put("daysOnSite", "8");
        parameters.put("achievements", "接通两户企业的电");
        parameters.put("absence", "外出学习");
        parameters.put("partyPart", "主持两次协调会");
        parameters.put("behindNote", "工业投资项目开工晚，年底前补上");
        return parameters;
    }

    private static String refused(MvcTestResult answer, int status) {
        assertThat(answer.getResponse().getStatus()).isEqualTo(status);
        return WebUser.body(answer);
    }

    /** What the page says at a field. */
    private static String fault(String body, String field) {
        String id = "id=\"f-" + field.replaceAll("[^A-Za-z0-9]+", "-").replaceFirst("-$", "") + "-error\"";
        assertThat(body).contains(id);
        int from = body.indexOf(id);
        return HtmlUtils.htmlUnescape(body.substring(from, body.indexOf("</div>", from)));
    }

    private static String field(String body, String name) {
        int from = body.indexOf("name=\"" + name + "\"");
        assertThat(from).isPositive();
        return body.substring(body.lastIndexOf('<', from), body.indexOf('>', from));
    }

    /** The radio button of a conflict that sends this value. */
    private static String choice(String body, String name, String value) {
        return java.util.regex.Pattern.compile("<input[^>]*>")
                .matcher(body)
                .results()
                .map(java.util.regex.MatchResult::group)
                .filter(input -> input.contains("type=\"radio\"")
                        && input.contains("name=\"" + name + "\"")
                        && input.contains("value=\"" + value + "\""))
                .findFirst()
                .orElseThrow();
    }

    private static String hidden(String body, String name) {
        String input = field(body, name);
        return input.replaceFirst("(?s).*value=\"([^\"]*)\".*", "$1");
    }

    private static Arguments wrong(String field, String value, String chinese, String english) {
        return Arguments.of(field, value, chinese, english);
    }
}
