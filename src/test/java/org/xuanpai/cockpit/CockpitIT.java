package org.xuanpai.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.cockpit.service.CockpitPage;
import org.xuanpai.cockpit.service.CockpitQueries;
import org.xuanpai.cockpit.service.HeatRow;
import org.xuanpai.division.Shape;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.QueryCount;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.ReportStanding;
import org.xuanpai.progress.service.ReportDraftService;
import org.xuanpai.progress.service.ReportReviewService;
import org.xuanpai.progress.service.ReportSubmissionService;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/** The county in one month (clause C3). The deadline of October 2026 is Tuesday 10 November, 17:30. */
@IntegrationTest
class CockpitIT {

    private static final Period OCTOBER = Period.of(2026, 10);

    @Autowired
    private Given given;

    @Autowired
    private MutableClock clock;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private QueryCount statements;

    @Autowired
    private CockpitQueries queries;

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
    private Person party;

    @BeforeEach
    void aTownshipOwesOctober() {
        clock.set("2026-11-05T09:00");
        month = new MonthOf(drafts, submissions, reviews, database);
        county = given.county(1, 1, 0);
        party = given.person(Role.PARTY_SECRETARY, county.township());
        given.targets(county, county.township(), 2026, MonthOf.TARGETS);
        given.issued(county, county.township(), OCTOBER, MonthOf.ISSUED);
    }

    @Test
    void percentagesAreThoseOfTheRealReportAndLeadToTheirSource() {
        month.submitted(party, county.township(), OCTOBER);

        String page = page(county.first(), "/cockpit");

        assertThat(page)
                .contains(">63.7<", ">116.7<", ">48.0<", ">102.8<", ">81.1<")
                .contains("/progress/" + county.township() + "/2026-10#value_added\"")
                .contains("83.3%");
    }

    @Test
    void aFigureLeadsToItsRowOfTheReport() {
        month.submitted(party, county.township(), OCTOBER);

        assertThat(page(county.first(), "/progress/" + county.township() + "/2026-10"))
                .contains("id=\"value_added\"", "id=\"research_spending\"");
    }

    @Test
    void sumsAreOverTheTownshipsThatReported() {
        TestCounty two = given.county(2, 0, 0);
        two.townships().forEach(township -> given.targets(two, township, 2026, MonthOf.TARGETS));
        given.issued(two, two.township(), OCTOBER, MonthOf.ISSUED);
        month.submitted(given.person(Role.PARTY_SECRETARY, two.township()), two.township(), OCTOBER);

        CockpitPage page = cockpit(two.first(), OCTOBER);

        assertThat(page.reported()).isEqualTo(1);
        assertThat(page.lines()).hasSize(2);
        assertThat(page.totals().get(0).completion()).isEqualByComparingTo("63.7");
        assertThat(page.totals().get(0).yearlyTarget()).isEqualByComparingTo("16900");
    }

    @Test
    void theCountySeesStateAndHolderButNoFigureOfADraft() {
        Person clerk = given.person(Role.TOWNSHIP_CLERK, county.township());
        month.saved(clerk, county.township(), OCTOBER);

        CockpitPage page = cockpit(county.first(), OCTOBER);

        ReportStanding state = page.lines().get(0).report();
        assertThat(state.key()).isEqualTo("progress.status.DRAFT");
        assertThat(state.holderName())
                .as("the figures are there; without a First Secretary the Party secretary says why")
                .isEqualTo(party.user().displayName());
        assertThat(page.lines().get(0).figures()).allMatch(cell -> cell.cumulative() == null);
    }

    @Test
    void whoHoldsAReportFollowsItsSteps() {
        UUID township = county.township();
        assertThat(october().holderName())
                .as("there is no clerk")
                .isEqualTo(party.user().displayName());
        assertThat(october().since()).isEqualTo("2026-10-31T16:00:00Z");
        Person clerk = given.person(Role.TOWNSHIP_CLERK, township);
        Person secretary = given.person(Role.FIRST_SECRETARY, township);
        assertThat(october().holderName())
                .as("not begun")
                .isEqualTo(clerk.user().displayName());

        month.saved(party, township, OCTOBER, Map.of("fixed_investment", new BigDecimal("15000")));
        assertThat(october().holderName())
                .as("figures are missing")
                .isEqualTo(clerk.user().displayName());
        month.saved(party, township, OCTOBER);
        assertThat(october().holderName())
                .as("the own part is open, whoever saved")
                .isEqualTo(secretary.user().displayName());
        month.confirmed(secretary, township, OCTOBER);
        assertThat(october().holderName())
                .as("it waits to be handed in")
                .isEqualTo(party.user().displayName());

        month.submittedConfirmed(party, township, OCTOBER);
        assertThat(october().holderKey()).isEqualTo("progress.holder.county");
        assertThat(october().holderName()).isEmpty();

        clock.set("2026-11-06T09:00");
        month.returned(county.first(), township, OCTOBER, 1, "请核对投资数");
        assertThat(october().holderName())
                .as("all of it came back")
                .isEqualTo(clerk.user().displayName());
        assertThat(october().since()).isEqualTo(clock.instant());

        clock.set("2026-11-06T11:00");
        month.submittedConfirmed(party, township, OCTOBER);
        assertThat(october().key()).isEqualTo("progress.status.SUBMITTED.again");

        month.approved(county.first(), township, OCTOBER, 2);
        assertThat(october().holderKey()).isEqualTo("progress.holder.nobody");
    }

    /** What was marked decides while it reads as it was returned. */
    @ParameterizedTest
    @CsvSource({
        "research_spending, TOWNSHIP_CLERK",
        "behind-note, TOWNSHIP_CLERK",
        "own-part, FIRST_SECRETARY",
        "party-part, PARTY_SECRETARY"
    })
    void whoHoldsAReturnedReportFollowsItsMarks(String field, Role role) {
        UUID township = county.township();
        Map<Role, Person> people = new EnumMap<>(Map.of(Role.PARTY_SECRETARY, party));
        for (Role other : List.of(Role.TOWNSHIP_CLERK, Role.FIRST_SECRETARY)) {
            people.put(other, given.person(other, township));
        }
        Person secretary = Objects.requireNonNull(people.get(Role.FIRST_SECRETARY));
        month.saved(party, township, OCTOBER);
        month.confirmed(secretary, township, OCTOBER);
        month.submittedConfirmed(party, township, OCTOBER);
        clock.set("2026-11-06T09:00");
        month.returned(county.first(), township, OCTOBER, 1, "请核对", Map.of(field, ""));

        assertThat(october().holderName())
                .isEqualTo(Objects.requireNonNull(people.get(role)).user().displayName());

        database.owner()
                .update(
                        "insert into report_reason (report_id, field, rule, county_id, township_id, text)"
                                + " select id, ?, 'UNCHANGED', county_id, township_id, '核定就是这个数' from monthly_report where township_id = ?",
                        field,
                        township);
        assertThat(october().holderName())
                .as("why it stays is said")
                .isEqualTo(party.user().displayName());
    }

    @ParameterizedTest
    @CsvSource({"2026-11-10T17:30, false, 0", "2026-11-10T17:31, true, 0", "2026-11-12T09:00, true, 2"})
    void aMonthIsToChaseOnceItsDeadlineHasPassed(String now, boolean missing, int overdue) {
        clock.set(now);

        assertThat(chased(OCTOBER)).hasSize(missing ? 1 : 0);
        assertThat(october().isMissing()).isEqualTo(missing);
        assertThat(Math.max(0, Objects.requireNonNull(october().due()).overdue()))
                .isEqualTo(overdue);
    }

    @Test
    void howLateItIsStandsOnThePage() {
        clock.set("2026-11-12T09:00");

        assertThat(page(county.first(), "/cockpit"))
                .contains("已超 2 个工作日", "现在在" + party.user().displayName() + "手里");
    }

    @Test
    void aReturnedMonthIsToChaseOnceTheTimeForItIsOver() {
        month.submitted(party, county.township(), OCTOBER);
        month.returned(county.first(), county.township(), OCTOBER, 1, "请核对投资数");
        assertThat(chased(OCTOBER))
                .as("three working days, never less than the deadline")
                .isEmpty();

        clock.set("2026-11-10T18:00");
        assertThat(chased(OCTOBER)).isEmpty();

        clock.set("2026-11-11T09:00");
        assertThat(chased(OCTOBER)).hasSize(1);

        clock.set("2026-11-13T09:00");
        month.submitted(party, county.township(), OCTOBER);
        assertThat(chased(OCTOBER))
                .as("handed in late, but complete once before the deadline")
                .isEmpty();
    }

    @Test
    void namedIsWhoWasFirstSecretaryWhenTheMonthEnded() {
        Person left = given.person(Role.FIRST_SECRETARY, county.township());
        Person came = given.person(Role.FIRST_SECRETARY, county.township());
        held(left, "2015-01-01", "2026-09-20");
        held(came, "2026-11-02", null);

        assertThat(firstSecretary(Period.of(2026, 8))).isEqualTo(left.user().displayName());
        assertThat(firstSecretary(Period.of(2026, 9))).as("vacant").isNull();
        assertThat(firstSecretary(OCTOBER)).as("not yet in office").isNull();
        assertThat(page(county.first(), "/cockpit?month=2026-08"))
                .contains(left.user().displayName() + "</td>");
        assertThat(page(county.first(), "/cockpit"))
                .doesNotContain(came.user().displayName() + "</td>")
                .contains("—</td>");
    }

    @Test
    void dueIsWhoWasIndustrialOnTheMonthsLastDay() {
        UUID other = county.townships().get(1);
        given.type(county, other, true, LocalDate.of(2026, 7, 15));
        given.type(county, county.township(), false, LocalDate.of(2026, 10, 1));

        assertThat(due(Period.of(2026, 6))).containsExactly(county.township());
        assertThat(due(Period.of(2026, 7))).containsExactly(county.township(), other);
        assertThat(due(Period.of(2026, 9))).containsExactly(county.township(), other);
        assertThat(due(OCTOBER)).containsExactly(other);
        assertThat(cockpit(county.first(), OCTOBER).heat().get(0).cells())
                .extracting(HeatRow.Cell::kind)
                .containsExactly("off", "off", "off", "off", "off", "off", "off", "none", "none", "none", "none");
        assertThat(page(county.first(), "/cockpit?month=2026-10"))
                .contains("h-off")
                .contains("当月不用报");
    }

    @Test
    void anotherCountysOrganizerSeesNothingOfIt() {
        month.submitted(party, county.township(), OCTOBER);
        TestCounty foreign = given.county();

        String page = page(foreign.first(), "/cockpit?month=2026-10");

        assertThat(page)
                .doesNotContain(county.township().toString(), ">63.7<")
                .contains(foreign.township().toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"COUNTY_ORGANIZER", "COUNTY_LEADER"})
    void theCountySeesTheCockpitInBothLanguages(Role role) {
        WebUser user = WebUser.signedIn(mvc, given.person(role, county.id()));

        assertThat(user.get("/cockpit")).hasStatusOk();
        assertThat(user.inEnglish().get("/cockpit")).hasStatusOk().bodyText().contains("County overview");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "PARTY_SECRETARY",
                "FIRST_SECRETARY",
                "TOWNSHIP_CLERK",
                "BUREAU",
                "SYSTEM_ADMIN",
                "SECURITY_ADMIN",
                "AUDITOR"
            })
    void nobodyElseDoesAndThatIsRecorded(Role role) {
        UUID unit = switch (role.level()) {
            case TOWNSHIP -> county.township();
            case BUREAU -> county.id();
            default -> null;
        };
        Person person = given.person(role, unit);
        WebUser user = WebUser.signedIn(mvc, person);

        assertThat(user.get("/cockpit")).hasStatus(403);
        assertThat(user.get("/cockpit/export?format=csv")).hasStatus(403);
        assertThat(database.owner()
                        .queryForObject(
                                "select count(*) from trail_entry where actor_id = ? and outcome = 'REFUSED'",
                                Integer.class,
                                person.user().accountId()))
                .isEqualTo(2);
    }

    @Test
    void whatWaitsIsTheOrganizersAndNotTheLeaders() {
        month.submitted(party, county.township(), OCTOBER);

        assertThat(page(county.first(), "/cockpit"))
                .contains("等我办理", "/progress/reviews/" + county.township() + "/2026-10");
        assertThat(page(given.person(Role.COUNTY_LEADER, county.id()), "/cockpit"))
                .doesNotContain("等我办理", "/progress/reviews/")
                .contains("已报 1 / 应报 1");
    }

    @Test
    void aProposedYearOfTheCalendarWaitsForASecondOrganizer() {
        JdbcTemplate owner = database.owner();
        UUID proposal = Ids.next();
        owner.update("""
                insert into calendar_year (id, version, year, papers, status, shipped, proposed_by, proposed_by_name, proposed_at)
                values (?, 0, 2001, 'x', 'PROPOSED', false, ?, 'x', now())""", proposal, county.first().user().accountId());
        try {
            assertThat(page(county.second(), "/cockpit")).contains("工作日历 1 年", "/calendar?year=2001");
            assertThat(page(county.first(), "/cockpit"))
                    .as("the own proposal is for somebody else")
                    .doesNotContain("/calendar?year=2001");
        } finally {
            owner.update("delete from calendar_year where id = ?", proposal);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "2026-01",
                "9999-99",
                "2026-13",
                "1999-12",
                "2000-02",
                "2026-11",
                "2099-12",
                "%00",
                "2026-10%00"
            })
    void aMonthThatCannotBeShownIsTheReadersError(String asked) {
        WebUser organizer = WebUser.signedIn(mvc, county.first());
        // an encoded NUL must reach the server as it is
        String month = asked.replace("%00", "\u0000");

        assertThat(status(organizer.get("/cockpit?month={month}", month))).isBetween(400, 499);
        assertThat(status(organizer.get("/cockpit/export?format=xlsx&month={month}", month)))
                .isBetween(400, 499);
    }

    @Test
    void aMonthBeforeAnythingWasReportedIsAnHonestPage() {
        assertThat(page(county.first(), "/cockpit?month=2001-02")).contains("这个月没有应报的乡镇");
        assertThat(page(county.first(), "/cockpit?month=2016-05")).contains("未报");
    }

    @Test
    void theCockpitCostsTheSameWhateverTheCountyHolds() {
        TestCounty small = given.county(1, 0, 10);
        TestCounty large = given.county(8, 3, 10);
        given.villages(large.township(), 10_000);
        month.submitted(given.person(Role.PARTY_SECRETARY, small.township()), small.township(), OCTOBER);
        for (UUID township : large.townships().subList(0, 8)) {
            Person secretary = given.person(Role.PARTY_SECRETARY, township);
            given.person(Role.FIRST_SECRETARY, township);
            month.submitted(secretary, township, Period.of(2026, 9));
            month.submitted(secretary, township, OCTOBER);
        }

        List<String> few = cost(small);
        List<String> many = cost(large);

        assertThat(many).hasSameSizeAs(few);
        assertThat(few).hasSizeLessThanOrEqualTo(15);
    }

    private List<String> cost(TestCounty of) {
        WebUser organizer = WebUser.signedIn(mvc, of.first());
        organizer.get("/cockpit");
        return statements.of(() -> assertThat(organizer.get("/cockpit")).hasStatusOk());
    }

    private ReportStanding october() {
        return cockpit(county.first(), OCTOBER).lines().get(0).report();
    }

    private @Nullable String firstSecretary(Period period) {
        return cockpit(county.first(), period).lines().get(0).firstSecretary();
    }

    private void held(Person person, String from, @Nullable String to) {
        database.owner()
                .update(
                        "update duty set valid_from = cast(? as date), valid_to = cast(? as date) where id = ?",
                        from,
                        to,
                        person.user().dutyId());
    }

    /** What is to chase of one month; earlier months of the test's county are missing as well. */
    private List<ReportStanding> chased(Period period) {
        return cockpit(county.first(), period).chase().stream()
                .map(CockpitPage.Chased::report)
                .filter(state -> state.period().equals(period))
                .toList();
    }

    private List<UUID> due(Period period) {
        return cockpit(county.first(), period).lines().stream()
                .map(line -> line.report().townshipId())
                .toList();
    }

    private CockpitPage cockpit(Person reader, Period period) {
        return ScopeContext.call(reader.user(), () -> queries.page(reader.user(), Optional.of(period), Shape.THEN));
    }

    private String page(Person reader, String address) {
        MvcTestResult answer = WebUser.signedIn(mvc, reader).get(address);
        assertThat(answer).hasStatusOk();
        return WebUser.body(answer);
    }

    private static int status(MvcTestResult answer) {
        return answer.getResponse().getStatus();
    }
}
