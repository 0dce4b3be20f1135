package org.xuanpai.progress.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.QueryCount;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.progress.Months;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/** The pages of the month as each reader sees them, the review, the files, and what they cost. */
@IntegrationTest
class ReportPagesIT {

    private static final Period MONTH = Period.of(2025, 10);

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private QueryCount queries;

    @Autowired
    private MutableClock clock;

    private Months town;
    private WebUser organizer;

    @BeforeEach
    void aTownshipInNovember() {
        clock.set("2025-11-06T09:00");
        town = Months.Factory.of(beans).township(2025);
        organizer = WebUser.signedIn(mvc, town.county.first());
    }

    @Test
    void realFiguresComeOutRight() {
        town.issued(MONTH).submit(MONTH);
        String page = text(WebUser.signedIn(mvc, town.party).get(town.path(MONTH)));
        assertThat(page).contains("63.7", "116.7", "48.0", "102.8", "81.1", "−15.38");
        assertThat(page).contains("驻镇", "外出学习", "主持两次协调会", "待县审", "县委组织部");
        assertThat(text(organizer.get(town.path(MONTH)))).contains("63.7", "116.7", "48.0", "102.8", "81.1", "−15.38");
        String review = text(organizer.get(review()));
        assertThat(review).contains("63.7", "116.7", "48.0", "102.8", "81.1", "−15.38", "通过", "退回");
    }

    @Test
    void theWorkbookHasTheFiguresOnTheScreenAsNumbers() throws IOException {
        town.issued(MONTH).submit(MONTH);
        MvcTestResult csv = organizer.get(town.path(MONTH) + "/export?format=csv");
        assertThat(csv.getResponse().getStatus()).isEqualTo(200);
        assertThat(WebUser.body(csv)).contains("22166", "116.7", "63.7", "-15.38", "81.1");

        String sheet = sheet(organizer.get(town.path(MONTH) + "/export?format=xlsx"));
        assertThat(sheet)
                .contains("<v>116.7</v>", "<v>63.7</v>", "<v>48.0</v>", "<v>102.8</v>", "<v>81.1</v>", "<v>-15.38</v>");
    }

    @Test
    void aReturnedReportIsReviewedByItsDifferences() {
        town.submit(MONTH);
        MvcTestResult returned = organizer.post(
                review() + "/return",
                "copy",
                "1",
                "marks[research_spending]",
                "change",
                "notes[research_spending]",
                "请附凭证",
                "reason",
                "研发经费与凭证不符");
        assertThat(returned.getResponse().getStatus()).isEqualTo(302);
        assertThat(text(organizer.follow(returned)))
                .contains("2025年10月", "已退回：", "现在没有等审核的月报")
                .doesNotContain("2025-10");

        WebUser party = WebUser.signedIn(mvc, town.party);
        assertThat(text(party.get(town.path(MONTH)))).contains("研发经费与凭证不符", "请附凭证", "需改");
        Map<String, String> figures = new LinkedHashMap<>(Months.REAL);
        figures.put("research_spending", "831.5");
        town.submit(MONTH, Months.content(figures, "主持两次协调会", "外出学习"));

        String review = text(organizer.get(review()));
        assertThat(review).contains("上次退回的 1 项", "改了 1 项，未改 0 项", "811.00", "831.50", "+20.50", "81.1", "83.2", "+2.1");
        assertThat(review).contains("上次要求：请附凭证", "第 2 次报送");

        MvcTestResult approved = organizer.post(review() + "/approval", "copy", "2");
        assertThat(approved.getResponse().getStatus()).isEqualTo(302);
        assertThat(town.status(MONTH)).isEqualTo("[APPROVED]");
        assertThat(organizer.get(review()).getResponse().getRedirectedUrl()).isEqualTo(town.path(MONTH));
    }

    @Test
    void aMarkLeavesOnlyTheReturn() {
        town.submit(MONTH);
        String before = town.stored(MONTH);
        for (String language : List.of("zh", "en")) {
            organizer.get("/progress?lang=" + language);
            MvcTestResult answer = organizer.post(
                    review() + "/approval",
                    "copy",
                    "1",
                    "marks[research_spending]",
                    "change",
                    "notes[research_spending]",
                    "请附凭证",
                    "reason",
                    "写了一半");
            assertThat(answer.getResponse().getStatus()).isEqualTo(422);
            assertThat(WebUser.body(answer))
                    .contains("id=\"f-marks-research-spending-error\"", "请附凭证", "写了一半")
                    .contains(language.equals("zh") ? "研发经费投入·意见：这一项标了" : "Research spending, opinion: This is marked")
                    .contains(language.equals("zh") ? "所以不能通过" : "cannot be approved");
            assertThat(town.stored(MONTH)).isEqualTo(before);
        }
    }

    @Test
    void aReturnNeedsAReasonAndPlainText() {
        town.submit(MONTH);
        String before = town.stored(MONTH);
        MvcTestResult answer = organizer.post(review() + "/return", "copy", "1", "reason", "  ");
        assertThat(answer.getResponse().getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains("退回必须写理由");

        answer = organizer.post(
                review() + "/return",
                "copy",
                "1",
                "reason",
                "a\u0000",
                "marks[own-part]",
                "change",
                "notes[own-part]",
                "字".repeat(201));
        assertThat(answer.getResponse().getStatus()).isEqualTo(422);
        assertThat(WebUser.body(answer)).contains("f-reason-error", "f-notes-own-part-error", "第一书记履职·要怎么改：");

        answer = organizer.post(review() + "/return", "copy", "1", "reason", "好", "marks[nothing]", "change");
        assertThat(answer.getResponse().getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains("标出的项目不在这份月报里");
        assertThat(town.stored(MONTH)).isEqualTo(before);
    }

    @Test
    void aReviewOfAnOlderCopyIsToldWhatHappened() {
        town.submit(MONTH);
        for (String copy : List.of("2", "0", "", "x")) {
            MvcTestResult answer = organizer.post(review() + "/approval", "copy", copy, "reason", "我写的话");
            assertThat(answer.getResponse().getStatus()).isEqualTo(409);
            assertThat(text(answer)).contains("我写的话");
        }
        organizer.post(review() + "/approval", "copy", "1");
        MvcTestResult again = organizer.post(review() + "/return", "copy", "1", "reason", "我写的话");
        assertThat(again.getResponse().getStatus()).isEqualTo(409);
        assertThat(text(again)).contains("已经审过", "已通过", "我写的话");
        assertThat(town.status(MONTH)).isEqualTo("[APPROVED]");
    }

    @Test
    void onlyOrganizersReview() {
        town.submit(MONTH);
        for (Person person :
                List.of(town.party, town.clerk, town.secretary, given.person(Role.COUNTY_LEADER, town.county.id()))) {
            WebUser user = WebUser.signedIn(mvc, person);
            assertThat(user.get("/progress/reviews").getResponse().getStatus()).isEqualTo(403);
            assertThat(user.get(review()).getResponse().getStatus()).isEqualTo(403);
            assertThat(user.post(review() + "/approval", "copy", "1")
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
        }
        WebUser foreign = WebUser.signedIn(mvc, given.county().first());
        assertThat(foreign.get(review()).getResponse().getStatus()).isEqualTo(404);
        assertThat(foreign.post(review() + "/approval", "copy", "1")
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(text(foreign.get("/progress/reviews"))).contains("现在没有等审核的月报");
        assertThat(organizer
                        .get("/progress/reviews/" + UUID.randomUUID() + "/" + MONTH)
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void theQueueSaysWhoWaitsSinceWhenUntilWhen() {
        town.submit(MONTH);
        String page = text(organizer.get("/progress/reviews"));
        assertThat(page)
                .contains(
                        "镇" + town.county.code() + "100",
                        "第 1 次",
                        town.party.user().displayName());
        assertThat(page).contains("2025-11-06 09:00", "11-11（周二）", "还有 3 个工作日");
        assertThat(WebUser.body(organizer.get("/progress/reviews/export?format=csv")))
                .contains(town.party.user().displayName(), "2025-11-11");
    }

    @Test
    void theCountyListHasEveryDueTownshipAndTheFileTheSameRows() {
        TestCounty county = given.county(3, 1, 0);
        Months.Factory factory = Months.Factory.of(beans);
        factory.in(county, county.townships().get(0)).submit(MONTH);
        factory.in(county, county.townships().get(1)).at(MONTH, ReportStatus.DRAFT);
        clock.set("2025-11-11T09:00");
        WebUser reader = WebUser.signedIn(mvc, given.person(Role.COUNTY_LEADER, county.id()));

        String page = text(reader.get("/progress?month=2025-10"));
        assertThat(page).contains("待县审", "镇填报中", "未报", "其中 2 个乡镇逾期未报", "按区划代码排列，不作排名");
        assertThat(page).doesNotContain("镇" + county.code() + "103");

        List<String> rows = WebUser.body(reader.get("/progress/export?month=2025-10&format=csv"))
                .lines()
                .filter(line -> line.contains("镇" + county.code()))
                .toList();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).contains("待县审", "按时", "2025-11-06 09:00");
        assertThat(rows.get(1)).contains("镇填报中", "逾期未报");
        assertThat(rows.get(2)).contains("未报", "逾期未报");
    }

    @Test
    void aTownshipSeesItsOwnMonthsNewestFirst() {
        town.issued(MONTH).submit(MONTH);
        String page = text(WebUser.signedIn(mvc, town.clerk).get("/progress"));
        assertThat(page).contains("2025年10月", "2025年1–2月", "2024年11月").doesNotContain("2025年11月");
        assertThat(page.indexOf("2025年10月")).isLessThan(page.indexOf("2025年9月"));
        assertThat(text(WebUser.signedIn(mvc, town.clerk).get("/progress?month=2020-05")))
                .contains("2025年10月");
    }

    @Test
    void aMonthOfTheListMustBeOne() {
        assertThat(organizer.get("/progress?month=2025-01").getResponse().getStatus())
                .isEqualTo(422);
        assertThat(organizer.get("/progress?month=x").getResponse().getStatus()).isEqualTo(422);
        assertThat(organizer.get("/progress?month=2099-12").getResponse().getStatus())
                .isEqualTo(422);
        assertThat(organizer.get("/progress?month=").getResponse().getStatus()).isEqualTo(200);
    }

    @Test
    void aPageCostsTheSameHoweverManyVillages() {
        town.submit(MONTH);
        WebUser party = WebUser.signedIn(mvc, town.party);
        Map<String, Integer> before = costs(party);
        given.villages(town.township, 10_000);
        assertThat(costs(party)).isEqualTo(before);
        assertThat(before.values()).allMatch(count -> count <= 24);
    }

    @Test
    void aListCostsTheSameHoweverManyTownships() {
        TestCounty small = given.county(1, 0, 0);
        TestCounty large = given.county(12, 0, 0);
        Months.Factory factory = Months.Factory.of(beans);
        factory.in(small, small.township()).submit(MONTH);
        large.townships().forEach(township -> factory.in(large, township).submit(MONTH));
        WebUser one = WebUser.signedIn(mvc, small.first());
        WebUser many = WebUser.signedIn(mvc, large.first());
        for (String path : List.of("/progress?month=2025-10", "/progress/reviews")) {
            assertThat(cost(many, path)).as(path).isEqualTo(cost(one, path));
        }
        assertThat(cost(many, "/progress/reviews/" + large.townships().get(5) + "/2025-10"))
                .isEqualTo(cost(one, "/progress/reviews/" + small.township() + "/2025-10"));
    }

    private Map<String, Integer> costs(WebUser party) {
        Map<String, Integer> costs = new LinkedHashMap<>();
        costs.put("form", cost(party, town.path(MONTH)));
        costs.put("empty form", cost(party, town.path(MONTH.previous())));
        costs.put("months", cost(party, "/progress"));
        costs.put("report", cost(organizer, town.path(MONTH)));
        costs.put("townships", cost(organizer, "/progress?month=2025-10"));
        costs.put("queue", cost(organizer, "/progress/reviews"));
        costs.put("review", cost(organizer, review()));
        return costs;
    }

    private int cost(WebUser user, String path) {
        return queries
                .of(() -> assertThat(user.get(path).getResponse().getStatus()).isEqualTo(200))
                .stream()
                .filter(sql -> !sql.toLowerCase(java.util.Locale.ROOT).contains("spring_session"))
                .toList()
                .size();
    }

    private String review() {
        return "/progress/reviews/" + town.township + "/" + MONTH;
    }

    private static String text(MvcTestResult answer) {
        return WebUser.body(answer).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static String sheet(MvcTestResult answer) throws IOException {
        Path file = Files.createTempFile("report", ".xlsx");
        try {
            Files.write(file, answer.getResponse().getContentAsByteArray());
            try (ZipFile zip = new ZipFile(file.toFile());
                    InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }
}
