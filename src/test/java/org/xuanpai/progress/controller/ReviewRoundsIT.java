package org.xuanpai.progress.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.Months;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.StandInRefused;
import org.xuanpai.progress.service.ReportContent;
import org.xuanpai.progress.service.StandInService;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/** Rounds of a review, approval of many, stand-ins and reminders, as people do them at a browser. */
@IntegrationTest
class ReviewRoundsIT {

    private static final Period OCTOBER = Period.of(2025, 10);
    private static final Pattern FIELD = Pattern.compile("<(?:input|textarea)[^>]*name=\"([^\"]+)\"[^>]*>([^<]*)");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Given given;

    @Autowired
    private StandInService standIns;

    @Autowired
    private Database database;

    @Autowired
    private MutableClock clock;

    @Autowired
    private MockMvcTester mvc;

    private Months town;

    @BeforeEach
    void aTownship() {
        clock.set("2025-11-05T09:00");
        town = Months.Factory.of(beans).township(2025);
    }

    @Test
    void whatIsTypedIntoAClosedFieldIsRefusedAndDoesNotLookSaved() {
        town.at(OCTOBER, ReportStatus.SUBMITTED);
        WebUser.signedIn(mvc, town.county.first())
                .post(
                        "/progress/reviews/" + town.township + "/" + OCTOBER + "/return",
                        "copy",
                        "1",
                        "reason",
                        "工业投资请按口径核对",
                        "marks[industrial_investment]",
                        "change");
        WebUser party = WebUser.signedIn(mvc, town.party);
        String draft = town.path(OCTOBER) + "/draft";

        MvcTestResult closed =
                party.post(draft, "token", java.util.UUID.randomUUID().toString(), "figures[research_spending]", "999");

        assertThat(closed).hasStatus(422);
        assertThat(WebUser.body(closed)).contains("退回时没有开放这一项").doesNotContain("999");
        assertThat(party.post(
                        draft, "token", java.util.UUID.randomUUID().toString(), "figures[research_spending]", "811"))
                .as("unchanged")
                .hasStatus(302);
    }

    @Test
    void aReturnNamesOneFigureOfASumAndTheTownshipHandsInAgainWithoutHelp() {
        town.at(OCTOBER, ReportStatus.SUBMITTED);
        WebUser reviewer = WebUser.signedIn(mvc, town.county.first());
        WebUser party = WebUser.signedIn(mvc, town.party);
        String review = "/progress/reviews/" + town.township + "/" + OCTOBER;

        assertThat(reviewer.post(
                        review + "/return",
                        "copy",
                        "1",
                        "reason",
                        "工业投资请按口径核对",
                        "marks[industrial_investment]",
                        "change",
                        "notes[industrial_investment]",
                        "请核对口径"))
                .hasStatus(302);
        String form = WebUser.body(party.get(town.path(OCTOBER)));
        assertThat(form).contains("工业投资请按口径核对", "请核对口径", "还没有改");
        assertThat(open(form)).contains("figures[industrial_investment]", "figures[fixed_investment]");
        assertThat(open(form)).contains("figures[renovation_investment]").doesNotContain("figures[research_spending]");

        assertThat(handIn(
                        party,
                        form,
                        Map.of(
                                "figures[industrial_investment]",
                                "7300",
                                "figures[renovation_investment]",
                                "7250",
                                "behindNote",
                                "八月起补记")))
                .hasStatus(302);
        assertThat(town.submissions(OCTOBER)).isEqualTo(2);
        String page = WebUser.body(reviewer.get(review));
        assertThat(page).contains("上次退回的 1 项", "改了 1 项，未改 0 项", "上次要求：请核对口径", "第 2 次报送");
        assertThat(page).contains("7,198", "7,300", "7,250", "随之重算");
        assertThat(page.substring(0, page.indexOf("<summary"))).doesNotContain("研发经费");
    }

    @Test
    void whatAReturnAskedForAndStaysAsItWasIsExplainedAndJudgedOnPurpose() {
        town.at(OCTOBER, ReportStatus.SUBMITTED);
        town.sendBack(OCTOBER, Map.of("research_spending", "请核对", "party-part", "写具体些"));
        WebUser party = WebUser.signedIn(mvc, town.party);
        String form = WebUser.body(party.get(town.path(OCTOBER)));
        assertThat(form).contains("研发经费投入：审核人要求改，现在还和上次报送的一样", "党委书记本人部分：审核人要求改，现在还和上次报送的一样");

        MvcTestResult unchanged = handIn(party, form, Map.of());
        assertThat(unchanged).hasStatus(422);
        assertThat(WebUser.body(unchanged)).contains("研发经费投入须写明原因", "没有改的，须写明为什么不改");
        assertThat(town.submissions(OCTOBER)).isEqualTo(1);

        Map<String, String> why = Map.of(
                "reasons[research_spending.UNCHANGED]", "统计局核定就是这个数",
                "reasons[party-part.UNCHANGED]", "会议记录已附在县里");
        assertThat(handIn(party, form, why)).hasStatus(302);
        assertThat(town.submissions(OCTOBER)).isEqualTo(2);

        WebUser reviewer = WebUser.signedIn(mvc, town.county.first());
        String review = "/progress/reviews/" + town.township + "/" + OCTOBER;
        String page = WebUser.body(reviewer.get(review));
        assertThat(page).contains("改了 0 项，未改 2 项", "统计局核定就是这个数", "会议记录已附在县里");
        assertThat(checked(page, "research_spending")).isEmpty();
        assertThat(checked(page, "fixed_investment")).isEqualTo("accept");
        MvcTestResult early = reviewer.post(review + "/approval", "copy", "2");
        assertThat(early).hasStatus(422);
        assertThat(WebUser.body(early)).contains("上次要求改，这次没有改");
        assertThat(reviewer.post(
                        review + "/approval",
                        "copy",
                        "2",
                        "marks[research_spending]",
                        "accept",
                        "marks[party-part]",
                        "accept"))
                .hasStatus(302);
        assertThat(town.status(OCTOBER)).isEqualTo("[APPROVED]");
    }

    @Test
    void theCauseOfWhatLagsBehindHasToBeWritten() {
        town.drafted(OCTOBER, withoutNote(Months.complete()));
        WebUser party = WebUser.signedIn(mvc, town.party);
        String form = WebUser.body(party.get(town.path(OCTOBER)));
        assertThat(form).contains("有滞后的指标，还没有写原因和补上的办法");

        Map<String, String> parts = Map.of("partyPart", "主持两次协调会", "absence", "外出学习");
        MvcTestResult silent = handIn(party, form, parts);
        assertThat(silent).hasStatus(422);
        assertThat(WebUser.body(silent)).contains("有滞后的指标，请写明原因和补上的办法");

        Map<String, String> whole = new TreeMap<>(parts);
        whole.put("behindNote", "项目开工晚，年底前补上");
        assertThat(handIn(party, form, whole)).hasStatus(302);
    }

    @Test
    void theAddressOfAFormLeadsBackToItsPageAndAnErrorKeepsTheMenu() {
        WebUser party = WebUser.signedIn(mvc, town.party);
        MvcTestResult opened = party.get(town.path(OCTOBER) + "/submission");
        assertThat(opened).hasStatus(302).hasRedirectedUrl(town.path(OCTOBER));

        MvcTestResult nowhere = party.get("/progress/nowhere/at/all");
        assertThat(nowhere).hasStatus(404);
        assertThat(WebUser.body(nowhere)).contains("xp-nav", town.party.user().displayName());
        assertThat(WebUser.body(WebUser.anonymous(mvc).get("/login"))).doesNotContain("xp-nav");

        MvcTestResult refused = party.post(town.path(OCTOBER) + "/submission");
        assertThat(refused).hasStatus(422);
        assertThat(WebUser.body(refused)).contains(town.path(OCTOBER) + "?lang=en");
    }

    /** The mark that is preset for a field; empty for none. */
    private static String checked(String page, String field) {
        Matcher mark = Pattern.compile("<input[^>]*value=\"(\\w+)\"[^>]*name=\"marks\\[" + field + "\\]\"[^>]*checked")
                .matcher(page);
        return mark.find() ? mark.group(1) : "";
    }

    @Test
    void manyReportsAreApprovedEachByItself() {
        TestCounty county = given.county(3, 0, 0);
        List<Months> towns = new ArrayList<>();
        for (UUID township : county.townships()) {
            given.targets(county, township, 2025, new TreeMap<>(Map.of("fixed_investment", BigDecimal.TEN)));
            towns.add(Months.Factory.of(beans).in(county, township));
        }
        towns.forEach(one -> one.at(OCTOBER, ReportStatus.SUBMITTED));
        towns.get(1).sendBack(OCTOBER, Map.of());
        towns.get(1).submit(OCTOBER);
        WebUser reviewer = WebUser.signedIn(mvc, county.second());

        String queue = WebUser.body(reviewer.get("/progress/reviews"));
        assertThat(queue)
                .contains(pick(towns.get(0), 1), pick(towns.get(2), 1), "退回过，须逐项看")
                .doesNotContain(pick(towns.get(1), 2));
        towns.get(2).sendBack(OCTOBER, Map.of());
        String result = WebUser.body(reviewer.post(
                "/progress/reviews/approvals",
                "picked",
                picked(towns.get(0), 1),
                "picked",
                picked(towns.get(1), 2),
                "picked",
                picked(towns.get(2), 1)));

        assertThat(result).contains("通过 1 份，没有通过 2 份", "请打开单独审核", "乡镇又提交了新的一份");
        assertThat(towns.get(0).status(OCTOBER)).isEqualTo("[APPROVED]");
        assertThat(towns.get(1).status(OCTOBER)).isEqualTo("[SUBMITTED]");
        assertThat(towns.get(2).status(OCTOBER)).isEqualTo("[RETURNED]");
    }

    @Test
    void nothingPickedLeavesTheQueueWhereItIs() {
        town.at(OCTOBER, ReportStatus.SUBMITTED);

        MvcTestResult answer = WebUser.signedIn(mvc, town.county.second()).post("/progress/reviews/approvals");

        assertThat(answer).hasStatus(422);
        assertThat(WebUser.body(answer)).contains("请先勾选要通过的月报", "/progress/reviews/" + town.township + "/" + OCTOBER);
        assertThat(town.status(OCTOBER)).isEqualTo("[SUBMITTED]");
    }

    @Test
    void oneLateTownshipIsRemindedFromTheOverviewOnceAWorkingDay() {
        clock.set("2025-11-13T09:00");
        WebUser organizer = WebUser.signedIn(mvc, town.county.first());
        String remind = "/progress/months/" + OCTOBER + "/reminders/" + town.township;
        assertThat(WebUser.body(organizer.get("/cockpit"))).contains("action=\"" + remind + "\"", ">提醒一次<");

        MvcTestResult reminded = organizer.post(remind, "shown", OCTOBER.toString(), "shape", "today");
        assertThat(reminded).hasStatus(302).hasRedirectedUrl("/cockpit?month=" + OCTOBER + "&shape=today#l");
        String overview = WebUser.body(organizer.get("/cockpit?month=" + OCTOBER));
        assertThat(overview).contains("已提醒", "催报").doesNotContain("action=\"" + remind + "\"");
        assertThat(WebUser.body(WebUser.signedIn(mvc, town.party).get("/"))).contains("催报，请尽快报送");

        organizer.post(remind);
        assertThat(database.owner()
                        .queryForObject(
                                "select count(*) from report_reminder where township_id = ?",
                                Integer.class,
                                town.township))
                .isEqualTo(1);
        assertThat(WebUser.signedIn(mvc, given.county().first()).post(remind)).hasStatus(302);
        assertThat(WebUser.signedIn(mvc, town.party).post(remind)).hasStatus(403);
        clock.set("2025-11-14T09:00");
        assertThat(WebUser.body(WebUser.signedIn(mvc, town.county.first()).get("/cockpit")))
                .contains(">再次提醒<");
    }

    @Test
    void aReviewByAStandInNamesBoth() {
        CurrentUser away = town.county.first().user();
        CurrentUser there = town.county.second().user();
        town.at(OCTOBER, ReportStatus.SUBMITTED);
        WebUser first = WebUser.signedIn(mvc, town.county.first());
        assertThat(first.post("/progress/reviews/stand-ins", "colleague", "", "first", "", "last", "x"))
                .hasStatus(422);
        assertThat(first.post(
                        "/progress/reviews/stand-ins",
                        "colleague",
                        there.accountId().toString(),
                        "first",
                        "2025-11-05",
                        "last",
                        "2025-11-07"))
                .hasStatus(302);
        WebUser second = WebUser.signedIn(mvc, town.county.second());
        assertThat(WebUser.body(second.get("/progress/reviews"))).contains("代 " + away.displayName());

        assertThat(second.post("/progress/reviews/" + town.township + "/" + OCTOBER + "/approval", "copy", "1"))
                .hasStatus(302);

        assertThat(WebUser.body(second.get(town.path(OCTOBER))))
                .contains(there.displayName() + "（代 " + away.displayName() + "）");
        assertThat(database.owner()
                        .queryForObject(
                                "select details from trail_entry where action = 'report.approved' order by seq desc limit 1",
                                String.class))
                .contains(away.displayName());
        clock.set("2025-11-08T09:00");
        assertThat(WebUser.body(WebUser.signedIn(mvc, town.county.second()).get("/progress/reviews")))
                .doesNotContain("代 " + away.displayName());
    }

    @Test
    void aStandInIsAnotherOrganizerOnFreeDays() {
        CurrentUser first = town.county.first().user();
        UUID second = town.county.second().user().accountId();
        LocalDate today = LocalDate.of(2025, 11, 5);

        ScopeContext.run(first, () -> standIns.name(first, second, today, today.plusDays(2)));
        assertThatThrownBy(() -> ScopeContext.run(
                        first, () -> standIns.name(first, second, today.plusDays(2), today.plusDays(3))))
                .isInstanceOf(StandInRefused.class)
                .hasMessageContaining("OVERLAP");
        assertThatThrownBy(() -> ScopeContext.run(
                        first, () -> standIns.name(first, first.accountId(), today.plusDays(9), today.plusDays(9))))
                .isInstanceOf(StandInRefused.class)
                .hasMessageContaining("PERSON");
        UUID stranger = given.county().first().user().accountId();
        assertThatThrownBy(() -> ScopeContext.run(
                        first, () -> standIns.name(first, stranger, today.plusDays(9), today.plusDays(9))))
                .isInstanceOf(StandInRefused.class)
                .hasMessageContaining("PERSON");
    }

    @Test
    void onlyTheLateAreRemindedAndOnceAWorkingDay() {
        WebUser organizer = WebUser.signedIn(mvc, town.county.first());
        String month = "/progress/months/" + OCTOBER;
        assertThat(WebUser.body(organizer.follow(organizer.post(month + "/reminders"))))
                .contains("没有要催的");

        clock.set("2025-11-13T09:00");
        organizer = WebUser.signedIn(mvc, town.county.first());
        assertThat(WebUser.body(organizer.get(month))).contains("催 1 个逾期的乡镇");
        assertThat(WebUser.body(organizer.follow(organizer.post(month + "/reminders"))))
                .contains("已催 1 个乡镇");
        assertThat(WebUser.body(organizer.follow(organizer.post(month + "/reminders"))))
                .contains("没有要催的");
        assertThat(WebUser.body(WebUser.signedIn(mvc, town.clerk).get("/"))).contains("催报");

        clock.set("2025-11-14T09:00");
        organizer = WebUser.signedIn(mvc, town.county.first());
        assertThat(WebUser.body(organizer.follow(organizer.post(month + "/reminders"))))
                .contains("已催 1 个乡镇");
    }

    @Test
    void aMonthSaysWhoAndWhatIsMissingAndNeverMoreThanAll() {
        TestCounty county = given.county(2, 1, 0);
        county.townships()
                .forEach(township -> given.targets(
                        county,
                        township,
                        2025,
                        new TreeMap<>(
                                Map.of("fixed_investment", BigDecimal.TEN, "research_spending", BigDecimal.ONE))));
        Months one = Months.Factory.of(beans).in(county, county.townships().get(0));
        one.at(OCTOBER, ReportStatus.RETURNED);
        one.submit(OCTOBER);

        String page = WebUser.body(WebUser.signedIn(mvc, county.first()).get("/progress/months/" + OCTOBER));

        assertThat(page).contains("1 / 2", "50.0%", "2 / 4", "未提交，必填 2 项").doesNotContain("200.0%");
    }

    private static ReportContent withoutNote(ReportContent whole) {
        return new ReportContent(whole.figures(), whole.daysOnSite(), whole.achievements(), "", "", "");
    }

    private static String pick(Months town, int copy) {
        return "value=\"" + picked(town, copy);
    }

    private static String picked(Months town, int copy) {
        return town.township + "/" + OCTOBER + "/" + copy;
    }

    /** Names of the fields that can be typed in. */
    private static List<String> open(String page) {
        List<String> names = new ArrayList<>();
        Matcher field = FIELD.matcher(page);
        while (field.find()) {
            if (!field.group().contains("readonly") && !field.group().contains("type=\"hidden\"")) {
                names.add(field.group(1));
            }
        }
        return names;
    }

    /** Sends the form as the page has it, but for what was typed anew. */
    private MvcTestResult handIn(WebUser user, String page, Map<String, String> typed) {
        Map<String, String> sent = new TreeMap<>();
        Matcher field = FIELD.matcher(page.substring(page.indexOf("id=\"report\"")));
        while (field.find()) {
            Matcher value = VALUE.matcher(field.group());
            sent.put(field.group(1), value.find() ? value.group(1) : field.group(2));
        }
        sent.remove("_csrf");
        sent.putAll(typed);
        List<String> pairs = new ArrayList<>();
        sent.forEach((name, value) -> {
            pairs.add(name);
            pairs.add(value);
        });
        return user.post(town.path(OCTOBER) + "/submission", pairs.toArray(String[]::new));
    }
}
