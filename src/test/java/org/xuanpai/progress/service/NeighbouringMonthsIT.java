package org.xuanpai.progress.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.ProposeReorganisation.Part;
import org.xuanpai.division.Reorganise;
import org.xuanpai.division.service.ReorganisationService;
import org.xuanpai.fixture.AtOnce;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.Months;
import org.xuanpai.progress.ReportIncomplete;
import org.xuanpai.progress.check.Checks;
import org.xuanpai.progress.check.Figure;
import org.xuanpai.progress.check.Finding;
import org.xuanpai.progress.check.ReasonKey;
import org.xuanpai.progress.check.RuleKind;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/**
 * What a month says of the months beside it: it follows when one of them changes, whatever changes it and however many do at once,
 * and the checks see the same. Investment is typed as a cumulative value, funds month by month.
 */
@IntegrationTest
class NeighbouringMonthsIT {

    private static final Period AUGUST = Period.of(2026, 8);
    private static final Period SEPTEMBER = Period.of(2026, 9);
    private static final Period OCTOBER = Period.of(2026, 10);
    private static final String INVESTMENT = "fixed_investment";
    private static final String FUNDS = "funds_in_place";

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Given given;

    @Autowired
    private CorrectionService corrections;

    @Autowired
    private CorrectionQueries looks;

    @Autowired
    private ReportQueries reports;

    @Autowired
    private ReportReviewService reviews;

    @Autowired
    private ReorganisationService reorganisations;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Database database;

    @Autowired
    private Checks checks;

    @Autowired
    private Divisions divisions;

    @Autowired
    private Indicators indicators;

    @Autowired
    private MutableClock clock;

    @Autowired
    private MockMvcTester mvc;

    private Months town;

    @BeforeEach
    void aTownship() {
        clock.set("2026-11-05T09:00");
        town = Months.Factory.of(beans).township(2025, 2026);
    }

    /** October's month is 22,166 − 21,000 = 1,166, and against 21,500 it is 666. */
    @Test
    void aMonthThatIsHandedInAgainIsFollowed() {
        report(SEPTEMBER, "21000", "5");
        report(OCTOBER, "22166", "7");
        assertThat(line(OCTOBER, INVESTMENT).monthValue()).isEqualByComparingTo("1166");

        town.sendBack(SEPTEMBER, Map.of());
        report(SEPTEMBER, "21500", "5");

        assertThat(line(OCTOBER, INVESTMENT).monthValue()).isEqualByComparingTo("666");
        assertThat(town.submissions(OCTOBER)).isEqualTo(1);
        WebUser clerk = WebUser.signedIn(mvc, town.clerk);
        assertThat(WebUser.body(clerk.get(town.path(OCTOBER)))).contains("随 9月报送重算");
        assertThat(WebUser.body(clerk.get(town.path(OCTOBER) + "/versions"))).contains("随 9月报送重算", "1,166", "666");
    }

    @Test
    void aMonthThatComesLateIsFollowed() {
        year(Period.of(2026, 7));
        report(AUGUST, "20000", "3");
        report(OCTOBER, "22166", "7");
        assertThat(line(OCTOBER, INVESTMENT).monthValue()).isNull();
        assertThat(line(OCTOBER, FUNDS).cumulative()).isNull();

        report(SEPTEMBER, "21000", "5");

        assertThat(line(OCTOBER, INVESTMENT).monthValue()).isEqualByComparingTo("1166");
        // six periods to July with 5 each, then 3, 5 and 7
        assertThat(line(OCTOBER, FUNDS).cumulative()).isEqualByComparingTo("45");
    }

    @Test
    void aFigureThatIsTakenOutAgainIsUnknownToTheMonthsAfter() {
        report(SEPTEMBER, "21000", "5");
        report(OCTOBER, "22166", "7");
        town.sendBack(SEPTEMBER, Map.of());
        Map<String, String> figures = new HashMap<>(Months.REAL);
        figures.put("research_spending", "800");
        submit(SEPTEMBER, figures);

        assertThat(line(OCTOBER, "research_spending").monthValue()).isEqualByComparingTo("11");
    }

    /**
     * Funds: five a month from spring to July, then 3, 5 and 7. August becomes 4, so every cumulative value from then on is one more,
     * and of the yearly target of 100 one percent more is reached.
     */
    @Test
    void aCorrectedMonthMovesEveryCumulativeValueAndCompletionAfterIt() {
        given.targets(town.county, town.township, 2026, Map.of(FUNDS, new BigDecimal("100")));
        untilOctober();
        assertThat(line(OCTOBER, FUNDS).cumulative()).isEqualByComparingTo("45");
        assertThat(line(OCTOBER, FUNDS).completion()).isEqualByComparingTo("45.0");

        propose(AUGUST, FUNDS, "4");
        confirm(town.party.user());

        assertThat(line(AUGUST, FUNDS).cumulative()).isEqualByComparingTo("34");
        assertThat(line(SEPTEMBER, FUNDS).monthValue()).isEqualByComparingTo("5");
        assertThat(line(SEPTEMBER, FUNDS).cumulative()).isEqualByComparingTo("39");
        assertThat(line(OCTOBER, FUNDS).cumulative()).isEqualByComparingTo("46");
        assertThat(line(SEPTEMBER, FUNDS).completion()).isEqualByComparingTo("39.0");
        assertThat(line(OCTOBER, FUNDS).completion()).isEqualByComparingTo("46.0");
    }

    @Test
    void correctionsOfNeighbouringMonthsAtOnceAddUp() {
        untilOctober();
        Map<Period, String> corrected =
                new TreeMap<>(Map.of(Period.of(2026, 6), "6", Period.of(2026, 7), "7", AUGUST, "8", SEPTEMBER, "9"));
        List<UUID> proposals = new ArrayList<>();
        corrected.forEach((period, value) -> {
            propose(period, FUNDS, value);
            proposals.add(latestProposal());
            clock.set("2026-11-05T09:0" + proposals.size());
        });
        CurrentUser second = town.county.second().user();
        AtomicInteger next = new AtomicInteger();

        List<Throwable> refusals = AtOnce.run(
                proposals.size(), second, () -> corrections.confirm(second, proposals.get(next.getAndIncrement())));

        assertThat(refusals).isEmpty();
        // 4 × 5 to May, then 6, 7, 8, 9 and 7
        assertThat(List.of(
                        cumulative(Period.of(2026, 6)),
                        cumulative(Period.of(2026, 7)),
                        cumulative(AUGUST),
                        cumulative(SEPTEMBER),
                        cumulative(OCTOBER)))
                .containsExactly("26", "33", "41", "50", "57");
    }

    @Test
    void aMonthSubmittedWhileTheOneBeforeIsCorrectedWaitsForIt() throws Exception {
        report(SEPTEMBER, "21000", "5");
        approve(SEPTEMBER);
        propose(SEPTEMBER, INVESTMENT, "21500");
        UUID proposal = latestProposal();

        CompletableFuture<Void> submission = whileUncommitted(
                () -> corrections.confirm(town.party.user(), proposal), () -> report(OCTOBER, "22166", "7"));
        submission.get(30, TimeUnit.SECONDS);

        assertThat(line(OCTOBER, INVESTMENT).monthValue()).isEqualByComparingTo("666");
    }

    @Test
    void aCorrectionConfirmedWhileTheNextMonthIsSubmittedIsFollowedByIt() throws Exception {
        report(SEPTEMBER, "21000", "5");
        approve(SEPTEMBER);
        propose(SEPTEMBER, INVESTMENT, "21500");
        UUID proposal = latestProposal();
        CurrentUser second = town.county.second().user();

        CompletableFuture<Void> confirmation = whileUncommitted(
                () -> report(OCTOBER, "22166", "7"),
                () -> ScopeContext.run(second, () -> corrections.confirm(second, proposal)));
        confirmation.get(30, TimeUnit.SECONDS);

        assertThat(line(OCTOBER, INVESTMENT).monthValue()).isEqualByComparingTo("666");
    }

    @Test
    void twoCorrectionsThatReachTheSameMonthAreBothFollowed() throws Exception {
        untilOctober();
        propose(AUGUST, FUNDS, "4");
        UUID august = latestProposal();
        clock.set("2026-11-05T09:01");
        propose(SEPTEMBER, FUNDS, "6");
        UUID september = latestProposal();
        CurrentUser second = town.county.second().user();

        CompletableFuture<Void> other = whileUncommitted(
                () -> corrections.confirm(town.party.user(), august),
                () -> ScopeContext.run(second, () -> corrections.confirm(second, september)));
        other.get(30, TimeUnit.SECONDS);

        assertThat(List.of(cumulative(AUGUST), cumulative(SEPTEMBER), cumulative(OCTOBER)))
                .containsExactly("34", "40", "47");
    }

    @Test
    void aMonthOfLastYearIsNotTakenForItsCumulativeValue() {
        // funds of March 2025 without those of 1–2月: what they were since January is unknown
        report(Period.of(2025, 3), "22000", "50");
        report(Period.of(2026, 2), "22000", "90");
        report(Period.of(2026, 3), "22150", "60");
        assertThat(line(Period.of(2026, 3), FUNDS).lastYear()).isNull();

        approve(Period.of(2025, 3));
        propose(Period.of(2025, 3), FUNDS, "55");
        confirm(town.party.user());

        assertThat(line(Period.of(2026, 3), FUNDS).cumulative()).isEqualByComparingTo("150");
        assertThat(line(Period.of(2026, 3), FUNDS).lastYear()).isNull();
        assertThat(line(Period.of(2026, 3), FUNDS).growth()).isNull();
    }

    /** Funds: 500 in 1–2月 become 100, so March stands at 400, and April with its 100 at 500: less than the 800 of before. */
    @Test
    void theChecksSeeWhatFollowedACorrection() {
        Period april = Period.of(2026, 4);
        report(Period.of(2026, 2), "22000", "500");
        report(Period.of(2026, 3), "22150", "300");
        approve(Period.of(2026, 2));
        Instant before = clock.instant();
        clock.set("2026-11-05T10:00");
        propose(Period.of(2026, 2), FUNDS, "100");
        confirm(town.party.user());

        Figure figure = new Figure(new BigDecimal("100"), new BigDecimal("100"), new BigDecimal("500"), null);
        assertThat(found(april, figure, null)).doesNotContain(RuleKind.BELOW_LAST_MONTH);
        assertThat(found(april, figure, before)).contains(RuleKind.BELOW_LAST_MONTH);
    }

    /** What the rules find in funds, seen from a moment. */
    private List<RuleKind> found(Period period, Figure figure, @Nullable Instant asOf) {
        CurrentUser first = town.county.first().user();
        List<IndicatorView> funds = indicators.askedIn(period).stream()
                .filter(indicator -> indicator.code().equals(FUNDS))
                .toList();
        return ScopeContext.call(
                first,
                () -> checks
                        .sheet(
                                first.scope(),
                                divisions.township(first.scope(), town.township).orElseThrow(),
                                period,
                                asOf)
                        .findings(funds, Map.of(FUNDS, figure), List.of())
                        .stream()
                        .map(Finding::rule)
                        .toList());
    }

    @Test
    void aCopyIsCheckedAgainstWhatCountedWhenItWasHandedIn() {
        Period april = Period.of(2026, 4);
        report(Period.of(2026, 2), "22000", "500");
        report(Period.of(2026, 3), "22150", "300");
        approve(Period.of(2026, 2));
        approve(Period.of(2026, 3));
        propose(Period.of(2026, 3), INVESTMENT, "21900");
        confirm(town.party.user());
        Map<String, String> figures = new HashMap<>(Months.REAL);
        figures.put(INVESTMENT, "22000");
        figures.put(FUNDS, "300");

        assertThat(findings(april, figures)).doesNotContain(RuleKind.BELOW_LAST_MONTH + " " + INVESTMENT);

        clock.set("2026-11-05T10:00");
        propose(Period.of(2026, 3), INVESTMENT, "22100");
        confirm(town.party.user());
        submit(april, figures);
        clock.set("2026-11-05T11:00");
        propose(Period.of(2026, 3), INVESTMENT, "21950");
        confirm(town.party.user());

        // the copy is judged as it was when it was handed in, below the 22,100 of that moment
        assertThat(page(april).findings().all().stream().map(NeighbouringMonthsIT::name))
                .contains(RuleKind.BELOW_LAST_MONTH + " " + INVESTMENT);
    }

    @Test
    void theChecksRememberWhatWasMerged() {
        TestCounty county = given.county(3, 0, 0);
        UUID a = county.townships().get(0);
        UUID b = county.townships().get(1);
        Period june = Period.of(2026, 6);
        Period july = Period.of(2026, 7);
        Months.Factory towns = Months.Factory.of(beans);
        for (UUID township : List.of(a, b)) {
            towns.in(county, township).submit(june, Months.content(Map.of(INVESTMENT, "1000"), "主持", "外出"));
        }
        new Reorganise(reorganisations)
                .done(
                        county,
                        Reorganise.mergeAsNew(
                                new Part(county.code() + "110", "合水镇", true), LocalDate.of(2026, 7, 15), a, b));
        town = towns.in(county, unit(county.code() + "110"));

        assertThat(findings(july, Map.of(INVESTMENT, "1900"))).contains(RuleKind.BELOW_LAST_MONTH + " " + INVESTMENT);
        assertThat(findings(july, Map.of(INVESTMENT, "2100"))).isEmpty();
    }

    /** What is merged into a township in July is no part of its June, however late June is handed in; July begins with both. */
    @Test
    void whatIsMergedLaterIsNoPartOfAnEarlierMonth() {
        TestCounty county = given.county(2, 0, 0);
        UUID a = county.townships().get(0);
        UUID b = county.townships().get(1);
        Period may = Period.of(2026, 5);
        Period june = Period.of(2026, 6);
        Period july = Period.of(2026, 7);
        Months.Factory towns = Months.Factory.of(beans);
        Months other = towns.in(county, b);
        town = towns.in(county, a);
        for (Months both : List.of(town, other)) {
            both.submit(may, Months.content(Map.of(INVESTMENT, "1000"), "主持", "外出"));
        }
        new Reorganise(reorganisations).done(county, Reorganise.mergeInto(a, LocalDate.of(2026, 7, 15), b));
        town = towns.in(county, a);
        submit(july, Map.of(INVESTMENT, "2500"));
        submit(june, Map.of(INVESTMENT, "1100"));
        assertThat(line(june, INVESTMENT).monthValue()).isEqualByComparingTo("100");
        assertThat(line(july, INVESTMENT).monthValue()).isNull();

        // the last June of the township that ended, handed in by those who came after it
        CurrentUser party = town.party.user();
        ScopeContext.run(party, () -> submitAs(party, other, june, Map.of(INVESTMENT, "1200")));

        assertThat(line(july, INVESTMENT).monthValue()).isEqualByComparingTo("200");
    }

    /**
     * Four years of funds, every month a fifth more than the one a year before but the last: three years of months have a year
     * before them, so the band rests on the 33 changes of 36 months.
     */
    @Test
    void aBandOfThirtySixMonthsRestsOnThirtySixMonths() {
        clock.set("2031-01-05T09:00");
        Period december = Period.of(2030, 12);
        database.owner()
                .update("""
                with report as (
                    insert into monthly_report (id, county_id, township_id, period, status, status_since, status_by_name, saved_at,
                                                saved_by_name, submissions, first_submitted_at)
                    select gen_random_uuid(), ?, ?, m, 'SUBMITTED', m, 'x', m, 'x', 1, m
                    from generate_series(date '2026-12-01', date '2030-11-01', interval '1 month') m
                    where extract(month from m) <> 1
                    returning *),
                copy as (
                    insert into submitted_copy (id, report_id, number, county_id, township_id, period, submitted_by,
                                                submitted_by_name, submitted_at, achievements, absence, party_secretary_part,
                                                behind_note)
                    select gen_random_uuid(), id, 1, county_id, township_id, period, ?, 'x', status_since, '', '', '', '' from report
                    returning *)
                insert into submitted_figure (copy_id, indicator_code, county_id, township_id, typed, month_value)
                select id, 'funds_in_place', county_id, township_id, 1, 100 * 1.2 ^ (extract(year from period) - 2026)
                from copy""", town.county.id(), town.township, town.party.user().accountId());
        CurrentUser first = town.county.first().user();
        List<IndicatorView> funds = indicators.askedIn(december).stream()
                .filter(indicator -> indicator.code().equals(FUNDS))
                .toList();
        Figure figure = new Figure(new BigDecimal("9000"), new BigDecimal("9000"), null, null);

        List<Finding> findings = ScopeContext.call(
                first,
                () -> checks.sheet(
                                first.scope(),
                                divisions.township(first.scope(), town.township).orElseThrow(),
                                december,
                                null)
                        .findings(funds, Map.of(FUNDS, figure), List.of()));

        assertThat(findings)
                .filteredOn(finding -> finding.rule() == RuleKind.OUTLIER)
                .singleElement()
                .satisfies(finding -> assertThat(finding.parts()).contains(33));
    }

    private void untilOctober() {
        year(Period.of(2026, 7));
        report(AUGUST, "20000", "3");
        report(SEPTEMBER, "21000", "5");
        report(OCTOBER, "22166", "7");
        for (Period period = Period.of(2026, 6); period.compareTo(OCTOBER) <= 0; period = period.next()) {
            approve(period);
        }
    }

    private void year(Period last) {
        for (Period period = Period.of(2026, 2); period.compareTo(last) <= 0; period = period.next()) {
            report(period, "" + (9000 + 1000 * period.monthValue()), "5");
        }
    }

    private void report(Period period, String investment, String funds) {
        Map<String, String> figures = new HashMap<>(Months.REAL);
        figures.put(INVESTMENT, investment);
        figures.put(FUNDS, funds);
        submit(period, figures);
    }

    /** Hands it in, with a reason wherever one is asked for. */
    private void submit(Period period, Map<String, String> figures) {
        ReportContent content = Months.content(figures, "主持两次协调会", "外出学习");
        try {
            town.submit(period, content);
        } catch (ReportIncomplete incomplete) {
            town.submit(period, content.explained(reasons(incomplete)));
        }
    }

    @Autowired
    private ReportSubmissionService submissions;

    private void submitAs(CurrentUser user, Months whose, Period period, Map<String, String> figures) {
        submissions.submit(
                user,
                whose.township,
                period,
                whose.version(period),
                UUID.randomUUID(),
                Months.content(figures, "主持两次协调会", "外出学习"));
    }

    private static Map<ReasonKey, String> reasons(ReportIncomplete incomplete) {
        Map<ReasonKey, String> reasons = new TreeMap<>();
        incomplete.findings().missingReasons().forEach(finding -> reasons.put(finding.reasonKey(), "核实无误"));
        return reasons;
    }

    /** What keeps the month from being handed in. */
    private List<String> findings(Period period, Map<String, String> figures) {
        ReportContent content = Months.content(figures, "", "");
        try {
            town.submit(period, content);
        } catch (ReportIncomplete incomplete) {
            return incomplete.findings().open().stream()
                    .map(NeighbouringMonthsIT::name)
                    .toList();
        }
        throw new AssertionError("complete without the Party secretary's part");
    }

    private static String name(Finding finding) {
        return finding.rule() + " " + finding.field();
    }

    /** Does the first within a transaction, begins the other, sees that it waits, and commits. */
    private CompletableFuture<Void> whileUncommitted(Runnable first, Runnable other) {
        return Objects.requireNonNull(ScopeContext.call(
                town.party.user(),
                () -> new TransactionTemplate(transactions).execute(status -> {
                    first.run();
                    CompletableFuture<Void> running = CompletableFuture.runAsync(other);
                    assertThatThrownBy(() -> running.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                    return running;
                })));
    }

    private void approve(Period period) {
        CurrentUser second = town.county.second().user();
        ScopeContext.run(
                second, () -> reviews.approve(second, town.township, period, town.submissions(period), Set.of()));
    }

    private void propose(Period period, String code, String value) {
        CurrentUser first = town.county.first().user();
        BigDecimal wanted = new BigDecimal(value);
        ScopeContext.run(first, () -> {
            String seen =
                    looks.about(first, town.township, period, code, wanted).seen();
            corrections.propose(first, town.township, period, code, wanted, "统计局核定", seen);
        });
    }

    private void confirm(CurrentUser user) {
        UUID proposal = latestProposal();
        ScopeContext.run(user, () -> corrections.confirm(user, proposal));
    }

    private UUID latestProposal() {
        return Objects.requireNonNull(database.owner()
                .queryForObject(
                        "select id from figure_correction where county_id = ? order by proposed_at desc, id desc limit 1",
                        UUID.class,
                        town.county.id()));
    }

    private UUID unit(String code) {
        return Objects.requireNonNull(
                database.owner().queryForObject("select id from division where code = ?", UUID.class, code));
    }

    private String cumulative(Period period) {
        return Objects.requireNonNull(line(period, FUNDS).cumulative())
                .stripTrailingZeros()
                .toPlainString();
    }

    private ReportPage page(Period period) {
        CurrentUser first = town.county.first().user();
        return ScopeContext.call(first, () -> reports.page(first, town.township, period));
    }

    private ReportPage.Line line(Period period, String code) {
        return page(period).lines().stream()
                .filter(line -> line.indicator().code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
