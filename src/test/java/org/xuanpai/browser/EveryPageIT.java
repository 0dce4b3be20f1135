package org.xuanpai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.xuanpai.MutableClock;
import org.xuanpai.division.Reorganise;
import org.xuanpai.division.service.ReorganisationService;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Leader;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.posting.Appointments;
import org.xuanpai.posting.ObjectionWay;
import org.xuanpai.posting.StepKind;
import org.xuanpai.progress.service.ReportContent;
import org.xuanpai.progress.service.ReportSubmissionService;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/** What holds on every page: it fits the narrowest phone in both languages, and axe finds nothing against WCAG 2.2 AA. */
@BrowserTest
class EveryPageIT {

    /** A row that nobody may see has the attribute; what is hidden by a rule of style alone is lost by mistake. */
    private static final String ROWS_NOT_SHOWN = """
            [...document.querySelectorAll('main tbody tr:not([hidden])')]
                .filter(row => !row.closest('details:not([open])')
                    && [...row.cells].every(cell => cell.getClientRects().length === 0)).length""";

    /** Links within a line of text may be smaller; what stands by itself is pressed with a thumb. */
    private static final String SMALL_FOR_A_THUMB = """
            [...document.querySelectorAll('.btn, .xp-seg a, .xp-menu > summary, main select, main textarea, main .xp-mark label,'
                    + ' main .form-check, main input:not([type=hidden], [type=checkbox], [type=radio])')]
                .filter(control => control.getClientRects().length && control.getBoundingClientRect().height < 43.5)
                .map(control => control.outerHTML.slice(0, 120))""";

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final long NOT_BEGUN = -1;

    @Autowired
    private Database database;

    @Autowired
    private ReorganisationService reorganisations;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Given given;

    @Autowired
    private MutableClock clock;

    @Autowired
    private ReportSubmissionService submissions;

    private TestCounty county;
    private Map<Person, List<String>> pages;

    @BeforeEach
    void aReportWaitsForReview() {
        clock.set("2025-11-05T09:00");
        county = given.county(2, 1, 5);
        county.townships()
                .subList(0, 2)
                .forEach(township -> given.targets(
                        county,
                        township,
                        2025,
                        Map.of(
                                "fixed_investment",
                                BigDecimal.valueOf(19_000),
                                "value_added",
                                BigDecimal.valueOf(16_900))));
        given.issued(county, county.township(), Period.of(2025, 10), Map.of("value_added", BigDecimal.valueOf(10_764)));
        Person party = given.person(Role.PARTY_SECRETARY, county.township());
        ReportContent report = new ReportContent(
                Map.of("fixed_investment", BigDecimal.valueOf(9_000)),
                null,
                "",
                "园区二期征地晚两个月",
                "主持召开 2 次征地协调会",
                "第一书记空缺");
        ScopeContext.run(
                party.user(),
                () -> submissions.submit(
                        party.user(), county.township(), Period.of(2025, 10), NOT_BEGUN, Ids.next(), report));
        UUID merger = new Reorganise(reorganisations)
                .proposed(
                        county,
                        Reorganise.mergeInto(
                                county.township(),
                                LocalDate.of(2025, 11, 1),
                                county.townships().get(1)));
        Leader leader = Leader.in(database.owner(), county, "沈知远", "shen zhi yuan");
        String person = "/postings/people/" + leader.id();
        Appointments early = new Appointments(
                beans, county, given.countyLeader(county), county.townships().get(1));
        Appointments noticed =
                new Appointments(beans, county, given.countyLeader(county), county.township()).upTo(StepKind.NOTICE);
        noticed.as(user ->
                noticed.objections.receive(user, noticed.posting, noticed.day(), ObjectionWay.CALL, true, "询问任职期限"));
        clock.set("2025-11-05T09:00");
        pages = Map.of(
                county.first(),
                List.of(
                        "/cockpit?month=2025-10",
                        "/progress?month=2025-10",
                        "/progress/reviews",
                        "/progress/reviews/" + county.township() + "/2025-10",
                        "/progress/reviews/stand-ins",
                        "/progress/months/2025-10",
                        "/progress/" + county.township() + "/2025-10/versions",
                        "/targets?year=2025",
                        "/targets/" + county.township() + "/2025",
                        "/targets/" + county.township() + "/2026/proposal",
                        "/industry/issued",
                        "/industry/issued/STATISTICS/2025-10",
                        "/industry/issued/STATISTICS/2025-10/entry",
                        "/industry/issued/settings",
                        "/checks",
                        "/checks/OUTLIER/proposal",
                        "/postings",
                        "/postings?show=gaps",
                        "/postings/take-over",
                        "/postings/template",
                        "/postings/rounds/" + early.round,
                        "/postings/rounds/" + early.round + "?step=FILE_REVIEW",
                        "/postings/rounds/" + noticed.round,
                        "/postings/" + noticed.posting,
                        "/postings/" + noticed.posting + "?act=WITHDRAWN",
                        "/notices",
                        "/divisions",
                        "/divisions/" + county.township(),
                        "/divisions?on=2025-06-30",
                        "/divisions/import",
                        "/divisions/reorganisations",
                        "/divisions/reorganisations/" + merger,
                        "/divisions/" + county.township() + "/reorganisations/merge",
                        "/divisions/" + county.township() + "/reorganisations/split",
                        "/divisions/" + county.township() + "/reorganisations/rename",
                        "/divisions/" + county.township() + "/reorganisations/move",
                        "/divisions/" + county.township() + "/reorganisations/close",
                        "/divisions/" + county.township() + "/reorganisations/add",
                        "/cockpit?month=2025-10&shape=today",
                        "/progress?month=2025-10&shape=today",
                        "/progress/" + county.township() + "/2025-10/sum",
                        "/postings/people",
                        "/postings/people/new",
                        person,
                        person + "/edit",
                        person + "/offices/new",
                        person + "/offices/" + leader.office() + "/end",
                        person + "/portfolios/new",
                        person + "/assignments/new",
                        person + "/assignments/" + leader.assignment() + "/end",
                        "/calendar?year=2025"),
                given.person(Role.PARTY_SECRETARY, county.townships().get(1)),
                List.of(
                        "/",
                        "/industry/issued/TAX/2025-10",
                        "/progress",
                        "/progress/" + county.townships().get(1) + "/2025-10",
                        "/account/password"),
                given.person(Role.SYSTEM_ADMIN, null),
                List.of("/", "/accounts"),
                given.person(Role.SECURITY_ADMIN, null),
                List.of("/duties", "/resets"),
                given.person(Role.AUDITOR, null),
                List.of("/trail", "/trail/verification"));
    }

    @Test
    void everyPageFitsAPhoneInBothLanguages(Browsers browsers) {
        pages.forEach((person, paths) -> {
            Page page = browsers.signedIn(person, Browsers.PHONE);
            for (String path : paths) {
                for (String language : List.of("zh", "en")) {
                    open(page, path, language);
                    assertThat(page.evaluate(
                                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                            .as("sideways scroll of %s in %s", path, language)
                            .isEqualTo(0);
                    assertThat(page.evaluate(ROWS_NOT_SHOWN))
                            .as("rows of %s that are sent and not shown", path)
                            .isEqualTo(0);
                    assertThat((List<?>) page.evaluate(SMALL_FOR_A_THUMB))
                            .as("controls of %s in %s that are less than 44 px high", path, language)
                            .isEmpty();
                }
            }
        });
    }

    @Test
    void nothingStandsInTheWayOfPeopleWithDisabilities(Browsers browsers) {
        pages.forEach((person, paths) -> {
            Page page = browsers.signedIn(person, Browsers.WIDE);
            for (String path : paths) {
                open(page, path, "zh");
                assertThat(violations(page)).as(path).isEmpty();
            }
        });
    }

    @Test
    void theFirstPageIsOpenToEverybody(Browsers browsers) {
        for (int width : List.of(Browsers.WIDE, Browsers.PHONE)) {
            Page page = browsers.open(width);
            page.navigate("/login");
            assertThat(violations(page)).isEmpty();
        }
    }

    @Test
    void aFaultWouldBeFound(Browsers browsers) {
        Page page = browsers.open(Browsers.PHONE);
        page.navigate("/login");
        page.evaluate("document.querySelector('main').innerHTML = '<img src=\"/images/seal.svg\">'");
        page.evaluate("document.querySelector('main').style.minWidth = '400px'");

        assertThat(violations(page))
                .anySatisfy(violation -> assertThat(violation).startsWith("image-alt"));
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isGreaterThan(Browsers.PHONE);
    }

    private static void open(Page page, String path, String language) {
        Response response = page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        assertThat(response.status()).as(path).isEqualTo(200);
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .flatMap(EveryPageIT::places)
                        .toList();
    }

    private static Stream<String> places(Rule rule) {
        return rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml());
    }
}
