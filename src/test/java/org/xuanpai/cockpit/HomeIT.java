package org.xuanpai.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.division.Divisions;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.QueryCount;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.service.ReportDraftService;
import org.xuanpai.progress.service.ReportReviewService;
import org.xuanpai.progress.service.ReportSubmissionService;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/** The first page of every role. */
@IntegrationTest
class HomeIT {

    private static final Period OCTOBER = Period.of(2026, 10);

    @Autowired
    private Given given;

    @Autowired
    private Divisions divisions;

    @Autowired
    private MutableClock clock;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private QueryCount statements;

    @Autowired
    private ReportDraftService drafts;

    @Autowired
    private ReportSubmissionService submissions;

    @Autowired
    private ReportReviewService reviews;

    @Autowired
    private Database database;

    private MonthOf month;
    private TestCounty county;

    @BeforeEach
    void aTownshipOwesOctober() {
        clock.set("2026-11-05T09:00");
        month = new MonthOf(drafts, submissions, reviews, database);
        county = given.county(1, 0, 1);
        given.targets(county, county.township(), 2026, MonthOf.TARGETS);
    }

    @Test
    void aResetThatWaitsIsOnThePageOfWhoeverMayConfirmIt() {
        WebUser system = WebUser.signedIn(mvc, given.person(Role.SYSTEM_ADMIN, null));
        Person owner = given.person(Role.TOWNSHIP_CLERK, county.township());
        WebUser auditor = WebUser.signedIn(mvc, given.person(Role.AUDITOR, null));
        String audited = shown(auditor);
        assertThat(system.post("/resets", "username", owner.username())).hasStatusOk();

        assertThat(WebUser.body(WebUser.signedIn(mvc, given.person(Role.SECURITY_ADMIN, null))
                        .get("/")))
                .contains("等另一名管理员确认", "href=\"/resets\"");
        assertThat(WebUser.body(system.get("/"))).doesNotContain("等另一名管理员确认");
        // other tests may have left some of administrators
        assertThat(shown(auditor))
                .as("an auditor confirms those of administrators only")
                .isEqualTo(audited);
    }

    private static String shown(WebUser user) {
        return Jsoup.parse(WebUser.body(user.get("/"))).select("main").text();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "SYSTEM_.*(SETUP|IMPORTER|VERIFIER|KEEPER)")
    void everyRoleHasAPageInBothLanguages(Role role) {
        WebUser user = WebUser.signedIn(mvc, given.person(role, unit(role)));
        boolean sentOn = role == Role.COUNTY_ORGANIZER || role == Role.COUNTY_LEADER;

        MvcTestResult home = user.get("/");
        if (sentOn) {
            assertThat(home).hasStatus(302).hasRedirectedUrl("/cockpit");
        } else {
            assertThat(home).hasStatusOk();
            assertThat(WebUser.body(home)).contains("现在可以办的", "还没有上线的").doesNotContain("??");
            assertThat(WebUser.body(user.inEnglish().get("/")))
                    .contains("What you can do now", "What is not there yet")
                    .doesNotContain("??");
        }
    }

    @Test
    void aTownshipSeesWhatIsDue() {
        String home = home(Role.PARTY_SECRETARY);

        assertThat(home).contains("/progress/" + county.township() + "/2026-10", "未报", "还有 3 个工作日");
    }

    @Test
    void aTownshipSeesWhatCameBackAndWhy() {
        month.submitted(given.person(Role.PARTY_SECRETARY, county.township()), county.township(), OCTOBER);
        assertThat(home(Role.TOWNSHIP_CLERK)).contains("在县委组织部手里").doesNotContain("请核对投资数");

        month.returned(county.first(), county.township(), OCTOBER, 1, "请核对投资数");
        assertThat(home(Role.TOWNSHIP_CLERK))
                .contains("已退回", "请核对投资数", county.first().user().displayName());
    }

    @Test
    void whoeverHasAHomePageFindsBackToIt() {
        for (Role role : List.of(Role.PARTY_SECRETARY, Role.AUDITOR)) {
            WebUser user = WebUser.signedIn(mvc, given.person(role, unit(role)));
            assertThat(navigation(user.get("/"))).contains("<a href=\"/\" aria-current=\"page\">首页</a>");
            assertThat(navigation(user.get("/account/password"))).contains("<a href=\"/\">首页</a>");
        }
        assertThat(navigation(WebUser.signedIn(mvc, county.first()).get("/cockpit")))
                .as("the cockpit is home")
                .doesNotContain("首页")
                .contains("县级总览");
    }

    private static String navigation(MvcTestResult page) {
        String body = WebUser.body(page);
        return body.substring(body.indexOf("<nav class=\"xp-nav\""), body.indexOf("</nav>"));
    }

    @Test
    void aFirstSecretaryIsAskedForTheOwnPartOnly() {
        assertThat(home(Role.FIRST_SECRETARY)).contains("写好并确认第一书记本人部分").doesNotContain("填报、查看");
        Person secretary = given.person(Role.FIRST_SECRETARY, county.township());
        assertThat(WebUser.body(WebUser.signedIn(mvc, secretary).get("/progress")))
                .contains(">写本人部分</a>")
                .doesNotContain(">填报</a>");
        Person clerk = given.person(Role.TOWNSHIP_CLERK, county.township());
        assertThat(WebUser.body(WebUser.signedIn(mvc, clerk).get("/progress"))).contains(">填报</a>");
    }

    @Test
    void theOwnPartWaitsForTheFirstSecretary() {
        month.saved(given.person(Role.TOWNSHIP_CLERK, county.township()), county.township(), OCTOBER);

        assertThat(home(Role.PARTY_SECRETARY)).contains("等第一书记确认本人部分");
        assertThat(home(Role.FIRST_SECRETARY)).contains("请写好并确认第一书记本人部分");
    }

    @Test
    void aHomePagePromisesWhatTheRoleDoes() {
        assertThat(home(Role.PARTY_SECRETARY)).contains("不对的提出异议").doesNotContain("答复");
        assertThat(home(Role.FIRST_SECRETARY)).contains("按月下发的数字").doesNotContain("异议", "答复");
    }

    @Test
    void anotherTownshipsReportIsNotOnThePage() {
        TestCounty two = given.county(2, 0, 0);
        Person neighbour = given.person(Role.PARTY_SECRETARY, two.townships().get(1));

        assertThat(WebUser.body(WebUser.signedIn(mvc, neighbour).get("/")))
                .contains(two.townships().get(1).toString())
                .doesNotContain(two.township().toString());
    }

    @Test
    void thePageCostsTheSameWhateverTheTownshipHasReported() {
        List<String> nothing = cost();
        Person party = given.person(Role.PARTY_SECRETARY, county.township());
        month.submitted(party, county.township(), OCTOBER.previous());
        month.submitted(party, county.township(), OCTOBER);
        given.villages(county.township(), 10_000);

        assertThat(cost()).hasSameSizeAs(nothing);
        assertThat(nothing).hasSizeLessThanOrEqualTo(9);
    }

    private List<String> cost() {
        WebUser clerk = WebUser.signedIn(mvc, given.person(Role.TOWNSHIP_CLERK, county.township()));
        clerk.get("/");
        return statements.of(() -> assertThat(clerk.get("/")).hasStatusOk());
    }

    private String home(Role role) {
        MvcTestResult answer =
                WebUser.signedIn(mvc, given.person(role, county.township())).get("/");
        assertThat(answer).hasStatusOk();
        return WebUser.body(answer);
    }

    private @Nullable UUID unit(Role role) {
        return switch (role.level()) {
            case COUNTY, BUREAU -> county.id();
            case TOWNSHIP -> county.township();
            case VILLAGE -> divisions.children(county.township()).get(0).id();
            case CITY -> divisions.unit(county.id()).orElseThrow().cityId();
            case INSTALLATION -> null;
        };
    }
}
