package org.xuanpai.industry.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xuanpai.shared.FigureIssuer.POWER;
import static org.xuanpai.shared.FigureIssuer.STATISTICS;
import static org.xuanpai.shared.FigureIssuer.TAX;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.AtOnce;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.industry.IssuedFigure;
import org.xuanpai.industry.IssuedFigures;
import org.xuanpai.industry.issue.service.IssueCounts;
import org.xuanpai.industry.issue.service.IssueList;
import org.xuanpai.industry.issue.service.IssueQueries;
import org.xuanpai.industry.issue.service.IssueService;
import org.xuanpai.industry.issue.service.IssueSheet;
import org.xuanpai.industry.issue.service.ObjectionService;
import org.xuanpai.industry.issue.service.SheetView;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/** Figures that the county issues: versions, who may issue and see which, objections and their answers. */
@IntegrationTest
class IssueServiceIT {

    private static final Period MARCH = Period.of(2026, 3);
    private static final Period APRIL = Period.of(2026, 4);

    @Autowired
    private IssueService service;

    @Autowired
    private IssueQueries queries;

    @Autowired
    private ObjectionService objections;

    @Autowired
    private IssuedFigures figures;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Given given;

    @Autowired
    private Database database;

    @Autowired
    private MutableClock clock;

    private TestCounty county;
    private UUID first;
    private UUID second;
    private Person statistics;
    private Person clerk;

    @BeforeEach
    void aprilIsOver() {
        clock.set("2026-05-04T09:00");
        county = given.county(2, 1, 0);
        first = county.townships().get(0);
        second = county.townships().get(1);
        statistics = given.bureau(county.id(), STATISTICS);
        clerk = given.person(Role.TOWNSHIP_CLERK, first);
    }

    @Test
    void aBureauIssuesItsOwnFiguresForTheIndustrialTownshipsAndNothingElse() {
        IssueCounts counts = issue(statistics, STATISTICS, APRIL, 0, Map.of(first, one("10764"), second, one("9000")));

        assertThat(counts).isEqualTo(new IssueCounts(2, 0, 0));
        assertThat(values(county.first().user(), STATISTICS)).containsExactly("10764.00", "9000.00");
        UUID other = county.townships().get(2);
        TestCounty foreign = given.county();
        for (UUID township : List.of(other, foreign.township())) {
            assertThatThrownBy(() -> issue(statistics, STATISTICS, APRIL, 1, Map.of(township, one("1"))))
                    .isInstanceOf(NotOnSheet.class);
        }
        assertThatThrownBy(() -> issue(statistics, TAX, APRIL, 0, Map.of(first, Map.of("tax_paid", BigDecimal.ONE))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        issue(statistics, STATISTICS, APRIL, 1, Map.of(first, Map.of("tax_paid", BigDecimal.ONE))))
                .isInstanceOf(NotOnSheet.class);
        assertThatThrownBy(() -> sheet(statistics.user(), POWER)).isInstanceOf(NotFound.class);
    }

    @Test
    void aBureauWithoutTheRightSeesAndIssuesNothing() {
        issue(statistics, STATISTICS, APRIL, 0, Map.of(first, one("10764")));
        Person economy = given.person(Role.BUREAU, county.id());

        assertThatThrownBy(() -> issue(economy, STATISTICS, APRIL, 1, Map.of(first, one("1"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> sheet(economy.user(), STATISTICS)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theDatabaseShowsABureauNoFiguresButItsOwn() {
        given.issued(county, first, APRIL, Map.of("value_added", BigDecimal.TEN, "tax_paid", BigDecimal.ONE));
        TestCounty foreign = given.county();
        given.issued(foreign, foreign.township(), APRIL, Map.of("value_added", BigDecimal.TEN));

        assertThat(seen(statistics.user(), "select distinct issuer from issued_figure"))
                .containsExactly("STATISTICS");
        assertThat(seen(statistics.user(), "select distinct county_id::text from issued_figure"))
                .containsExactly(county.id().toString());
        assertThat(seen(given.person(Role.BUREAU, county.id()).user(), "select issuer from issued_figure"))
                .isEmpty();
        assertThat(seen(clerk.user(), "select distinct township_id::text from issued_figure"))
                .containsExactly(first.toString());
        assertThat(seen(statistics.user(), "select id::text from monthly_report"))
                .isEmpty();
    }

    @Test
    void theDatabaseLetsNobodyIssueForAnother() {
        String insert = """
                insert into issued_sheet (id, county_id, issuer, period, number, way, content_hash, fresh, changed, unchanged,
                                          issued_by, issued_by_name, issued_by_unit, issued_at)
                values (gen_random_uuid(), '%s', '%s', date '2026-04-01', 9, 'TYPED', 'x', 1, 0, 0, '%s', 'x', 'x', now())
                """;
        for (CurrentUser user : List.of(statistics.user(), clerk.user())) {
            assertThatThrownBy(() -> write(user, insert.formatted(county.id(), "TAX", user.accountId())))
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
        TestCounty foreign = given.county();
        assertThatThrownBy(() -> write(
                        statistics.user(),
                        insert.formatted(
                                foreign.id(), "STATISTICS", statistics.user().accountId())))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> write(statistics.user(), "update issued_figure set value = 1"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void aFigureThatIsIssuedAgainIsANewVersionAndTheOldOneStays() {
        issue(statistics, STATISTICS, APRIL, 0, Map.of(first, one("10764"), second, one("9000")));
        IssueCounts again =
                issue(statistics, STATISTICS, APRIL, 1, Map.of(first, one("10800"), second, one("9000.00")));

        assertThat(again).isEqualTo(new IssueCounts(0, 1, 1));
        assertThat(values(county.first().user(), STATISTICS)).containsExactly("10800.00", "9000.00");
        SheetView sheet = sheet(statistics.user(), STATISTICS);
        assertThat(sheet.issues()).extracting(SheetView.Issue::number).containsExactly(2, 1);
        assertThat(sheet.corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.before()).isEqualByComparingTo("10764");
            assertThat(correction.after()).isEqualByComparingTo("10800");
            assertThat(correction.version()).isEqualTo(2);
        });
        assertThat(owner().queryForList(
                                "select details from trail_entry where action = 'industry.figuresIssued' and actor_name = ? order by seq desc limit 1",
                                String.class,
                                statistics.user().displayName()))
                .singleElement()
                .asString()
                .contains("sha256", sheet.issues().get(0).hash(), "changed");
    }

    @Test
    void theSameSheetTwiceHasOneEffect() {
        issue(statistics, STATISTICS, APRIL, 0, Map.of(first, one("10764")));

        assertThatThrownBy(() -> issue(statistics, STATISTICS, APRIL, 1, Map.of(first, one("10764.00"))))
                .isInstanceOf(NothingToIssue.class);
        assertThatThrownBy(() -> issue(statistics, STATISTICS, APRIL, 0, Map.of(first, one("10765"))))
                .isInstanceOf(SheetOvertaken.class);
        assertThat(owner().queryForObject(
                                "select count(*) from issued_sheet where county_id = ?", Integer.class, county.id()))
                .isEqualTo(1);
    }

    @Test
    void ofManyWhoIssueAtOnceOneDoes() {
        List<Throwable> refusals = AtOnce.run(
                6,
                statistics.user(),
                () -> service.issue(
                        statistics.user(),
                        new IssueSheet(STATISTICS, APRIL, 0, IssueWay.TYPED, "", Map.of(first, one("10764")))));

        assertThat(refusals).hasSize(5).allMatch(SheetOvertaken.class::isInstance);
        assertThat(owner().queryForObject(
                                "select count(*) from issued_figure where county_id = ?", Integer.class, county.id()))
                .isEqualTo(1);
    }

    @Test
    void aMonthThatIsNotOverIsNotIssued() {
        assertThatThrownBy(() -> issue(statistics, STATISTICS, Period.of(2026, 5), 0, Map.of(first, one("1"))))
                .isInstanceOf(PeriodNotOver.class);
    }

    @Test
    void aFigureThatCannotBeOneIsRefused() {
        for (String wrong : List.of("-1", "0.001", "9999999999999")) {
            assertThatThrownBy(() -> issue(statistics, STATISTICS, APRIL, 0, Map.of(first, one(wrong))))
                    .isInstanceOf(IssuedFigureRefused.class);
        }
    }

    /** 100 in January and February, 30 in March, a gap in April, 20 in May: cumulative 130 in March, unknown in May. */
    @Test
    void monthValuesAddUpAsLongAsNoMonthIsMissing() {
        clock.set("2026-06-04T09:00");
        given.issued(county, first, Period.of(2026, 2), Map.of("tax_paid", new BigDecimal("100")));
        given.issued(county, first, MARCH, Map.of("tax_paid", new BigDecimal("30")));
        given.issued(county, first, Period.of(2026, 5), Map.of("tax_paid", new BigDecimal("20")));

        assertThat(cumulative("tax_paid")).containsExactly("100.00", "130.00", "null");
        assertThat(months("tax_paid")).containsExactly("100.00", "30.00", "20.00");
        given.issued(county, first, APRIL, Map.of("tax_paid", new BigDecimal("10")));
        assertThat(cumulative("tax_paid")).containsExactly("100.00", "130.00", "140.00", "160.00");
        given.issued(county, first, MARCH, Map.of("tax_paid", new BigDecimal("31")));
        assertThat(cumulative("tax_paid")).containsExactly("100.00", "131.00", "141.00", "161.00");
    }

    /** Cumulative 100, 130, 160 with April missing: month 100, 30, unknown for May. */
    @Test
    void aCumulativeValueGivesItsMonthOnlyWhereTheMonthBeforeIsKnown() {
        clock.set("2026-06-04T09:00");
        given.issued(county, first, Period.of(2026, 2), one("100"));
        given.issued(county, first, MARCH, one("130"));
        given.issued(county, first, Period.of(2026, 5), one("160"));

        assertThat(months("value_added")).containsExactly("100.00", "30.00", "null");
        assertThat(cumulative("value_added")).containsExactly("100.00", "130.00", "160.00");
    }

    @Test
    void anObjectionWaitsUntilTheIssuerIssuesAnotherFigure() {
        given.issued(county, first, APRIL, Map.of("value_added", new BigDecimal("10764")));
        object("少报了两户");

        assertThat(open(statistics.user())).isEqualTo(1);
        assertThat(open(county.first().user())).isEqualTo(1);
        assertThat(open(clerk.user())).isEqualTo(1);
        assertThat(open(given.bureau(county.id(), TAX).user())).isZero();
        assertThatThrownBy(() -> object("再说一次")).isInstanceOf(ObjectionOpen.class);

        issue(statistics, STATISTICS, APRIL, 1, Map.of(first, one("10800")));

        assertThat(open(clerk.user())).isZero();
        assertThat(sheet(clerk.user(), STATISTICS).rows().get(0).objections())
                .singleElement()
                .satisfies(objection -> assertThat(objection.answer()).isEqualTo(ObjectionAnswer.REISSUED));
        object("还是不对");
        assertThat(open(statistics.user())).isEqualTo(1);
    }

    @Test
    void aRefusalNeedsAReasonAndIsGivenOnce() {
        given.issued(county, first, APRIL, Map.of("value_added", new BigDecimal("10764")));
        object("少报了两户");
        UUID id = sheet(statistics.user(), STATISTICS)
                .rows()
                .get(0)
                .objections()
                .get(0)
                .id();

        assertThatThrownBy(() -> refuse(statistics, id, "  ")).isInstanceOf(ObjectionWithoutReason.class);
        assertThatThrownBy(() -> refuse(given.bureau(county.id(), TAX), id, "与台账一致"))
                .isInstanceOf(NotFound.class);
        refuse(statistics, id, "与台账一致");
        assertThatThrownBy(() -> refuse(statistics, id, "与台账一致")).isInstanceOf(ObjectionAnswered.class);
        assertThat(sheet(clerk.user(), STATISTICS)
                        .rows()
                        .get(0)
                        .objections()
                        .get(0)
                        .answerReason())
                .isEqualTo("与台账一致");
    }

    @Test
    void onlyTheOwnTownshipObjectsWithAReasonToWhatWasIssued() {
        given.issued(county, first, APRIL, Map.of("value_added", new BigDecimal("10764")));
        Person neighbour = given.person(Role.TOWNSHIP_CLERK, second);

        assertThatThrownBy(() -> object(" ")).isInstanceOf(ObjectionWithoutReason.class);
        assertThatThrownBy(() -> ScopeContext.run(
                        neighbour.user(),
                        () -> objections.object(neighbour.user(), first, STATISTICS, APRIL, "value_added", "不对")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> ScopeContext.run(
                        clerk.user(),
                        () -> objections.object(clerk.user(), first, STATISTICS, MARCH, "value_added", "不对")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> ScopeContext.run(
                        county.first().user(),
                        () -> objections.object(county.first().user(), first, STATISTICS, APRIL, "value_added", "不对")))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void object(String reason) {
        ScopeContext.run(
                clerk.user(), () -> objections.object(clerk.user(), first, STATISTICS, APRIL, "value_added", reason));
    }

    private void refuse(Person issuer, UUID id, String reason) {
        ScopeContext.run(
                issuer.user(),
                () -> objections.refuse(
                        issuer.user(), Objects.requireNonNull(issuer.user().figures()), APRIL, id, reason));
    }

    private int open(CurrentUser user) {
        IssueList list = ScopeContext.call(user, () -> queries.list(user));
        return list.open().size();
    }

    private IssueCounts issue(
            Person issuer, FigureIssuer of, Period period, int seen, Map<UUID, Map<String, BigDecimal>> values) {
        CurrentUser user = issuer.user();
        return ScopeContext.call(
                user, () -> service.issue(user, new IssueSheet(of, period, seen, IssueWay.TYPED, "", values)));
    }

    private SheetView sheet(CurrentUser user, FigureIssuer issuer) {
        return ScopeContext.call(user, () -> queries.sheet(user, issuer, APRIL));
    }

    private List<String> values(CurrentUser user, FigureIssuer issuer) {
        return sheet(user, issuer).rows().stream()
                .map(row -> Objects.requireNonNull(row.value("value_added")).toPlainString())
                .toList();
    }

    private List<String> cumulative(String code) {
        return issued(code).stream()
                .map(figure -> String.valueOf(figure.cumulative()))
                .toList();
    }

    private List<String> months(String code) {
        return issued(code).stream()
                .map(figure -> String.valueOf(figure.monthValue()))
                .toList();
    }

    private List<IssuedFigure> issued(String code) {
        return ScopeContext.call(
                        clerk.user(),
                        () -> figures.of(clerk.user().scope(), first, Period.of(2026, 2), Period.of(2026, 5)))
                .stream()
                .filter(figure -> figure.indicatorCode().equals(code))
                .sorted(java.util.Comparator.comparing(IssuedFigure::period))
                .toList();
    }

    private static Map<String, BigDecimal> one(String value) {
        return Map.of("value_added", new BigDecimal(value));
    }

    private List<String> seen(CurrentUser user, String sql) {
        return ScopeContext.call(
                user,
                () -> Objects.requireNonNull(new TransactionTemplate(transactions)
                        .execute(transaction -> jdbc.queryForList(sql, String.class))));
    }

    private void write(CurrentUser user, String sql) {
        ScopeContext.run(
                user,
                () -> new TransactionTemplate(transactions).executeWithoutResult(transaction -> jdbc.update(sql)));
    }

    private JdbcTemplate owner() {
        return database.owner();
    }
}
