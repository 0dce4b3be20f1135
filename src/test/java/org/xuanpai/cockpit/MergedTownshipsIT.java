package org.xuanpai.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.ProposeReorganisation.Part;
import org.xuanpai.division.Reorganise;
import org.xuanpai.division.service.ReorganisationService;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.service.ReportDraftService;
import org.xuanpai.progress.service.ReportReviewService;
import org.xuanpai.progress.service.ReportSubmissionService;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/**
 * Two townships become one in mid-year: A (code …100) and B (…101) are merged into C (…110) on 15 July 2026; D (…102) stays.
 * Worked out by hand, fixed-asset investment since 1 January in 10 000 yuan, target of 2026 in brackets:
 *
 * <pre>
 *                       A            B           A + B                       D
 *  June 2025          1 000          500         1 500                       250
 *  July 2025          1 150          600         1 750                       290
 *  June 2026          1 200 [2 000]  450 [1 000] 1 650 [3 000]               300 [1 000]
 *    (as in May: the month itself is 0)
 *  completion         60.0 %         45.0 %      1 650 / 3 000 = 55.0 %      30.0 %
 *  growth             +20.0 %        -10.0 %     not summed                  +20.0 %
 *  July 2026          –              –           C types 1 900               320
 *
 *  County in June 2026, both shapes:  (1 200 + 450 + 300) / (2 000 + 1 000 + 1 000) = 1 950 / 4 000 = 48.75, shown 48.8 %
 *  C in July 2026, both shapes:       1 900 / (2 000 + 1 000) = 63.3 %
 *    its month                        1 900 - (1 200 + 450) = 250
 *    against July 2025                (1 900 - 1 750) / 1 750 = +8.6 %
 *
 *  Attracted funds are typed by month: A 10 and B 4 in each of the five reports to June: 50 and 20 since 1 January.
 *    C types 7 for July:              50 + 20 + 7 = 77 since 1 January
 *
 *  Value added is issued after the reports came in: A 700 and B 300 for June, 1 000 together; D 90. Nothing was issued for May,
 *  so its month is known to nobody. Tax is issued by month: A 20 and B 5, 25 together, and no sum of the year without the months
 *  before.
 * </pre>
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergedTownshipsIT {

    private static final Period JUNE = Period.of(2026, 6);
    private static final Period JULY = Period.of(2026, 7);
    private static final LocalDate MERGER = LocalDate.of(2026, 7, 15);
    private static final String INVESTMENT = "fixed_investment";
    private static final String FUNDS = "funds_in_place";

    @Autowired
    private Given given;

    @Autowired
    private MutableClock clock;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ReorganisationService reorganisations;

    @Autowired
    private Divisions divisions;

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
    private UUID a;
    private UUID b;
    private UUID c;
    private UUID d;
    private Person partyOfC;

    @BeforeEach
    void itIsAugust() {
        clock.set("2026-08-05T09:00");
    }

    @BeforeAll
    void aAndBAreMergedIntoC() {
        month = new MonthOf(drafts, submissions, reviews, database);
        clock.set("2026-07-05T09:00");
        county = given.county(3, 0, 0);
        a = county.townships().get(0);
        b = county.townships().get(1);
        d = county.townships().get(2);
        targets(a, "2000");
        targets(b, "1000");
        targets(d, "1000");
        reports(a, "1000", "1150", "1200", "10");
        reports(b, "500", "600", "450", "4");
        reports(d, "250", "290", "300", "1");
        given.issued(county, a, JUNE, figures("value_added", "700", "tax_paid", "20"));
        given.issued(county, b, JUNE, figures("value_added", "300", "tax_paid", "5"));
        given.issued(county, d, JUNE, figures("value_added", "90", "tax_paid", "1"));
        new Reorganise(reorganisations)
                .done(county, Reorganise.mergeAsNew(new Part(county.code() + "110", "合水镇", true), MERGER, a, b));
        clock.set("2026-08-05T09:00");
        c = divisions.unitByCode(county.code() + "110").orElseThrow().id();
        partyOfC = given.person(Role.PARTY_SECRETARY, c);
        submitted(partyOfC, c, JULY, figures("1900", "7"));
        submitted(given.person(Role.PARTY_SECRETARY, d), d, JULY, figures("320", "1"));
    }

    @Test
    void aMonthBeforeTheMergerIsDrawnAsItWasThen() {
        Document page = cockpit(JUNE, "then");

        assertThat(rows(page))
                .containsExactly(
                        "镇" + county.code() + "100 60.0",
                        "镇" + county.code() + "101 45.0",
                        "镇" + county.code() + "102 30.0");
        assertThat(page.text()).contains("48.8%").doesNotContain("合水镇");
    }

    @Test
    void theSameMonthInTodaysShapeSumsBothIntoTheSuccessor() {
        Document page = cockpit(JUNE, "today");

        assertThat(rows(page)).containsExactly("镇" + county.code() + "102 30.0", "合水镇 55.0");
        assertThat(page.text()).contains("48.8%").contains("由 镇" + county.code() + "100、镇" + county.code() + "101 合计");
        assertThat(page.select("a[href='/progress/" + c + "/2026-06/sum#" + INVESTMENT + "']"))
                .hasSize(1);
    }

    @Test
    void theMonthOfTheMergerIsTheSuccessorsInBothShapes() {
        for (String shape : List.of("then", "today")) {
            assertThat(rows(cockpit(JULY, shape)))
                    .as(shape)
                    .containsExactly("镇" + county.code() + "102 32.0", "合水镇 63.3");
        }
    }

    @Test
    void theSuccessorOwesTheFiguresThatItsPredecessorsHadTargetsFor() {
        Document page = page(county.first(), "/progress/months/" + JULY);

        assertThat(page.select(".xp-facts div:contains(已报必填数) b").text()).isEqualTo("2 / 2");
    }

    @Test
    void theYearOfTheSuccessorBeginsWithItsPredecessors() {
        Element heatToday = heat(cockpit(JULY, "today"), "合水镇");
        Element heatThen = heat(cockpit(JULY, "then"), "合水镇");

        assertThat(heatToday.select("a[href='/progress/" + c + "/2026-06/sum']"))
                .hasSize(1);
        assertThat(heatToday.select("a[href='/progress/" + c + "/2026-07']")).hasSizeGreaterThanOrEqualTo(1);
        assertThat(heatThen.select("td a")).hasSize(1);
    }

    @Test
    void thisYearsCumulativeOfTheSuccessorHoldsThatOfItsPredecessors() {
        Document report = page(county.first(), "/progress/" + c + "/2026-07");

        assertThat(row(report, INVESTMENT)).contains("250.00", "1,900.00", "1,750.00", "+8.6", "3,000", "63.3");
        assertThat(row(report, FUNDS)).contains("7.00", "77.00");
    }

    @Test
    void lastYearsReportIsTwoReportsThenAndOneSumToday() {
        assertThat(row(page(county.first(), "/progress/" + a + "/2025-06"), INVESTMENT))
                .contains("1,000.00");
        assertThat(row(page(county.first(), "/progress/" + b + "/2025-06"), INVESTMENT))
                .contains("500.00");
        assertThat(WebUser.signedIn(mvc, county.first()).get("/progress/" + c + "/2025-06"))
                .hasStatus(422);

        Document sum = page(county.first(), "/progress/" + c + "/2025-06/sum");

        assertThat(sum.select("tr#" + INVESTMENT + " td").eachText())
                .containsExactly("1,000.00", "500.00", "—", "1,500.00", "—", "—");
    }

    @Test
    void theSumOfThisJuneHasTargetAndCompletionAndNoGrowth() {
        Document sum = page(county.first(), "/progress/" + c + "/2026-06/sum");

        assertThat(sum.select("tr#" + INVESTMENT + " td").eachText())
                .containsExactly("1,200.00", "450.00", "0.00", "1,650.00", "3,000", "55.0");
        assertThat(sum.select("tr#" + FUNDS + " td").eachText())
                .containsExactly("50.00", "20.00", "14.00", "70.00", "—", "—");
    }

    @Test
    void whatTheCountyIssuedForBothIsSummedAsItCountsToday() {
        Document sum = page(county.first(), "/progress/" + c + "/2026-06/sum");

        assertThat(sum.select("tr#value_added td").eachText())
                .containsExactly("700.00", "300.00", "—", "1,000.00", "—", "—");
        // of the tax only June was issued, so that nobody knows what it comes to since January
        assertThat(sum.select("tr#tax_paid td").eachText()).containsExactly("—", "—", "25.00", "—", "—", "—");
    }

    @Test
    void whatOnlyOneOfThemReportedIsNotSummed() {
        Document sum = page(county.first(), "/progress/" + c + "/2025-06/sum");

        assertThat(sum.select("tr#research_spending td").eachText()).containsExactly("80.00", "—", "—", "—", "—", "—");
    }

    @Test
    void theSuccessorsPeopleReadThePastAndThoseOfTheEndedTownshipsNothing() {
        assertThat(row(page(partyOfC, "/progress/" + a + "/2026-06"), INVESTMENT))
                .contains("1,200.00");
        assertThat(page(partyOfC, "/progress/" + c + "/2026-06/sum").text()).contains("1,650.00");
        assertThat(WebUser.signedIn(mvc, partyOfC).get("/progress/" + d + "/2026-06"))
                .hasStatus(404);
    }

    @Test
    void theListOfReportsNamesTheTownshipOfTodayBesideThatOfThen() {
        Document then = page(county.first(), "/progress?month=2026-06");
        Document today = page(county.first(), "/progress?month=2026-06&shape=today");

        assertThat(then.text()).doesNotContain("合水镇");
        assertThat(today.select("tbody th").eachText())
                .containsExactly(
                        "镇" + county.code() + "102",
                        "镇" + county.code() + "100 现属 合水镇",
                        "镇" + county.code() + "101 现属 合水镇");
    }

    @Test
    void theFileOfThatListHasTheRowsOfThePageAndTheTownshipOfToday() {
        String path = "/progress/export?format=csv&month=2026-06&shape=";
        WebUser reader = WebUser.signedIn(mvc, county.first());

        assertThat(WebUser.body(reader.get(path + "then"))).doesNotContain("合水镇");
        assertThat(WebUser.body(reader.get(path + "today")).lines().filter(line -> line.contains("合水镇")))
                .hasSize(2)
                .allMatch(line -> line.contains("镇" + county.code() + "10"));
    }

    private void targets(UUID township, String investment) {
        given.targets(county, township, 2026, Map.of(INVESTMENT, new BigDecimal(investment)));
    }

    /** June and July of last year, and the five reports of this year up to June. */
    private void reports(UUID township, String june2025, String july2025, String june2026, String fundsMonthly) {
        Person party = given.person(Role.PARTY_SECRETARY, township);
        Map<String, BigDecimal> june = new LinkedHashMap<>(Map.of(INVESTMENT, new BigDecimal(june2025)));
        if (township.equals(a)) {
            june.put("research_spending", new BigDecimal("80"));
        }
        submitted(party, township, Period.of(2025, 6), june);
        submitted(party, township, Period.of(2025, 7), Map.of(INVESTMENT, new BigDecimal(july2025)));
        for (Period period = Period.of(2026, 2); period.compareTo(JUNE) <= 0; period = period.next()) {
            submitted(party, township, period, figures(june2026, fundsMonthly));
        }
    }

    private void submitted(Person party, UUID township, Period period, Map<String, BigDecimal> figures) {
        month.submitted(party, township, period, figures);
    }

    private static Map<String, BigDecimal> figures(String one, String value, String other, String otherValue) {
        return Map.of(one, new BigDecimal(value), other, new BigDecimal(otherValue));
    }

    private static Map<String, BigDecimal> figures(String investment, String funds) {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        figures.put(INVESTMENT, new BigDecimal(investment));
        figures.put(FUNDS, new BigDecimal(funds));
        return figures;
    }

    private Document cockpit(Period period, String shape) {
        return page(county.first(), "/cockpit?month=" + period + "&shape=" + shape);
    }

    private Document page(Person reader, String path) {
        return Jsoup.parse(WebUser.body(WebUser.signedIn(mvc, reader).get(path)));
    }

    /** Name and completion of the investment, township by township. */
    private static List<String> rows(Document page) {
        return page.select("table[aria-labelledby=t] tbody tr").stream()
                .map(row -> row.select("th a").text() + " "
                        + row.select("a[href$=#" + INVESTMENT + "] .xp-n").text())
                .toList();
    }

    private static Element heat(Document page, String township) {
        return page.select("table.xp-heat tbody tr").stream()
                .filter(row -> row.select("th").text().equals(township))
                .findFirst()
                .orElseThrow();
    }

    private static String row(Document page, String indicator) {
        return page.select("tr#" + indicator).text();
    }
}
