package org.xuanpai.progress.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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
import org.xuanpai.cockpit.service.CockpitQueries;
import org.xuanpai.division.LandInClosedMonth;
import org.xuanpai.division.Reorganise;
import org.xuanpai.division.Shape;
import org.xuanpai.division.TypeInClosedMonth;
import org.xuanpai.division.service.ReorganisationService;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.industry.issue.MonthSettled;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.CorrectionNotSeen;
import org.xuanpai.progress.GreaterThanWhole;
import org.xuanpai.progress.MissingNotConfirmed;
import org.xuanpai.progress.Months;
import org.xuanpai.progress.ReopeningOutdated;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.ReportsWaitForReview;
import org.xuanpai.progress.StepNotPossible;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.SecondPersonNeeded;

/** Lock, reopening and correction of reports that are approved (design §4, decision 18). */
@IntegrationTest
class AfterApprovalIT {

    private static final Period AUGUST = Period.of(2025, 8);
    private static final Period SEPTEMBER = Period.of(2025, 9);
    private static final Period OCTOBER = Period.of(2025, 10);
    private static final Period NEXT_SEPTEMBER = Period.of(2026, 9);

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private MonthCloseService closing;

    @Autowired
    private CorrectionService corrections;

    @Autowired
    private CorrectionQueries looks;

    @Autowired
    private ReportQueries reports;

    @Autowired
    private MonthQueries months;

    @Autowired
    private Database database;

    @Autowired
    private MutableClock clock;

    @Autowired
    private Given given;

    @Autowired
    private CockpitQueries cockpit;

    @Autowired
    private ReorganisationService reorganisations;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private MockMvcTester mvc;

    private Months town;

    @BeforeEach
    void aTownship() {
        clock.set("2026-11-05T09:00");
        town = Months.Factory.of(beans).township(2025, 2026);
    }

    @Test
    void aMonthIsLockedWhenTheMissingAreNamedAndConfirmed() {
        town.at(SEPTEMBER, ReportStatus.SUBMITTED);
        assertThatThrownBy(() -> lock(SEPTEMBER, Set.of())).isInstanceOf(ReportsWaitForReview.class);

        approve(town, SEPTEMBER);
        lock(SEPTEMBER, Set.of());

        assertThat(town.status(SEPTEMBER)).isEqualTo("[LOCKED]");
    }

    @Test
    void nothingIsIssuedForALockedMonthBeforeItIsReopened() {
        town.at(SEPTEMBER, ReportStatus.LOCKED);
        Map<String, BigDecimal> figure = Map.of("value_added", new BigDecimal("16900"));

        assertThatThrownBy(() -> given.issued(town.county, town.township, SEPTEMBER, figure))
                .isInstanceOf(MonthSettled.class);
        assertThatThrownBy(() -> database.owner().update("""
                        insert into issued_figure (sheet_id, county_id, issuer, period, township_id, indicator_code, version,
                                                   typed, value)
                        values (gen_random_uuid(), ?, 'STATISTICS', ?, ?, 'value_added', 1, 'CUMULATIVE', 1)""", town.county.id(), Months.day(SEPTEMBER), town.township))
                .rootCause()
                .hasMessageContaining("nothing is issued for a locked month");

        reopen(SEPTEMBER);
        given.issued(town.county, town.township, SEPTEMBER, figure);
        assertThat(town.status(SEPTEMBER)).isEqualTo("[APPROVED]");
    }

    @Test
    void theLandDoesNotChangeInALockedMonthBeforeItIsReopened() {
        TestCounty county = given.county(2, 0, 0);
        Months.Factory towns = Months.Factory.of(beans);
        town = towns.in(county, county.townships().get(0)).at(SEPTEMBER, ReportStatus.APPROVED);
        towns.in(county, county.townships().get(1)).at(SEPTEMBER, ReportStatus.LOCKED);
        Runnable merger = () -> new Reorganise(reorganisations)
                .done(
                        county,
                        Reorganise.mergeInto(
                                town.township,
                                Months.day(SEPTEMBER).plusDays(14),
                                county.townships().get(1)));

        assertThatThrownBy(merger::run).isInstanceOf(LandInClosedMonth.class);
        assertThatThrownBy(() -> given.type(
                        county, town.township, false, Months.day(SEPTEMBER).plusDays(14)))
                .isInstanceOf(TypeInClosedMonth.class);

        reopen(SEPTEMBER);
        given.type(
                county, county.townships().get(1), false, Months.day(SEPTEMBER).plusDays(14));
        merger.run();
    }

    @Test
    void aPageLocksWithoutTheMissingWhenTheirNamesWereSeen() {
        TestCounty county = given.county(2, 0, 0);
        Months.Factory towns = Months.Factory.of(beans);
        town = towns.in(county, county.townships().get(0));
        UUID missing = county.townships().get(1);
        town.at(SEPTEMBER, ReportStatus.APPROVED);
        WebUser first = WebUser.signedIn(mvc, county.first());
        String lock = "/progress/months/" + SEPTEMBER + "/lock";

        assertThat(first.post(lock, "missing", missing.toString())).hasStatus(422);
        assertThat(first.post(lock, "seen", "true")).hasStatus(422);
        assertThat(first.post(lock, "missing", town.township.toString(), "seen", "true"))
                .hasStatus(422);
        assertThat(first.post(lock, "missing", missing.toString(), "missing", "镇", "seen", "true"))
                .hasStatus(422);
        assertThat(first.post(lock, "missing[0]", "x", "seen", "true")).hasStatus(422);
        assertThat(town.status(SEPTEMBER)).isEqualTo("[APPROVED]");
        assertThat(first.post(lock, "missing", missing.toString(), "seen", "true"))
                .hasStatus(302);

        assertThat(town.status(SEPTEMBER)).isEqualTo("[LOCKED]");
        assertThat(WebUser.body(first.get("/progress/months/" + SEPTEMBER))).contains("镇" + county.code() + "101");
        assertThat(database.owner()
                        .queryForList(
                                "select township_id, missing from month_lock_unit where county_id = ? order by missing",
                                county.id()))
                .containsExactly(
                        Map.of("township_id", town.township, "missing", false),
                        Map.of("township_id", missing, "missing", true));
    }

    /** The lock waits for the other township's row, and then sees it as it is: handed in, so not missing. */
    @Test
    void aMonthIsNotLockedOverAReportThatIsJustHandedIn() throws Exception {
        TestCounty county = given.county(2, 0, 0);
        Months.Factory towns = Months.Factory.of(beans);
        town = towns.in(county, county.townships().get(0));
        Months other = towns.in(county, county.townships().get(1));
        town.at(SEPTEMBER, ReportStatus.APPROVED);
        other.at(SEPTEMBER, ReportStatus.DRAFT);

        CompletableFuture<Void> locking = Objects.requireNonNull(ScopeContext.call(
                other.party.user(),
                () -> new TransactionTemplate(transactions).execute(status -> {
                    other.submit(SEPTEMBER);
                    CompletableFuture<Void> running =
                            CompletableFuture.runAsync(() -> lock(SEPTEMBER, Set.of(other.township)));
                    assertThatThrownBy(() -> running.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                    return running;
                })));

        assertThatThrownBy(() -> locking.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(ReportsWaitForReview.class);
        assertThat(town.status(SEPTEMBER)).isEqualTo("[APPROVED]");
        assertThat(other.status(SEPTEMBER)).isEqualTo("[SUBMITTED]");
    }

    /** Whose report came later is locked by a further act; whose report is locked already is not missing then, nor locked again. */
    @Test
    void aFurtherLockRemembersWhatIsLocked() {
        Months late = twoTowns();
        town.at(SEPTEMBER, ReportStatus.APPROVED);
        lock(SEPTEMBER, Set.of(late.township));
        long version = town.version(SEPTEMBER);
        late.at(SEPTEMBER, ReportStatus.APPROVED);
        clock.set("2026-11-05T09:10");

        lock(SEPTEMBER, Set.of());

        assertThat(List.of(town.status(SEPTEMBER), late.status(SEPTEMBER))).containsExactly("[LOCKED]", "[LOCKED]");
        assertThat(town.version(SEPTEMBER)).isEqualTo(version);
        assertThat(database.owner()
                        .queryForList(
                                "select u.township_id, u.missing from month_lock_unit u join month_lock l on l.id = u.lock_id"
                                        + " where l.county_id = ? order by l.locked_at, u.missing",
                                town.county.id()))
                .containsExactly(
                        Map.of("township_id", town.township, "missing", false),
                        Map.of("township_id", late.township, "missing", true),
                        Map.of("township_id", late.township, "missing", false));
    }

    @Test
    void aReopeningOfOneTownshipLeavesTheOtherLocked() {
        Months other = twoTowns();
        other.at(SEPTEMBER, ReportStatus.APPROVED);
        town.at(SEPTEMBER, ReportStatus.APPROVED);
        lock(SEPTEMBER, Set.of());
        CurrentUser first = town.county.first().user();
        CurrentUser second = town.county.second().user();

        ScopeContext.run(first, () -> closing.proposeReopening(first, SEPTEMBER, town.township, "统计局核定"));
        ScopeContext.run(second, () -> closing.confirmReopening(second, id("month_reopening")));

        assertThat(List.of(town.status(SEPTEMBER), other.status(SEPTEMBER))).containsExactly("[APPROVED]", "[LOCKED]");
    }

    /** {@link #town} is in a county of two; gives the other one. */
    private Months twoTowns() {
        TestCounty county = given.county(2, 0, 0);
        Months.Factory towns = Months.Factory.of(beans);
        town = towns.in(county, county.townships().get(0));
        return towns.in(county, county.townships().get(1));
    }

    @Test
    void aReopeningOfAnEarlierLockOpensNoLaterOne() {
        town.at(SEPTEMBER, ReportStatus.LOCKED);
        CurrentUser first = town.county.first().user();
        CurrentUser second = town.county.second().user();
        ScopeContext.run(first, () -> closing.proposeReopening(first, SEPTEMBER, null, "统计局核定"));
        UUID whole = id("month_reopening");
        clock.set("2026-11-05T09:10");
        ScopeContext.run(first, () -> closing.proposeReopening(first, SEPTEMBER, town.township, "统计局核定"));
        UUID one = id("month_reopening");
        ScopeContext.run(second, () -> closing.confirmReopening(second, one));
        clock.set("2026-11-05T09:20");
        lock(SEPTEMBER, Set.of());

        assertThatThrownBy(() -> ScopeContext.run(second, () -> closing.confirmReopening(second, whole)))
                .isInstanceOf(ReopeningOutdated.class);
        assertThat(town.status(SEPTEMBER)).isEqualTo("[LOCKED]");
    }

    @Test
    void whatIsNoTownshipReopensNoWholeMonth() {
        town.at(SEPTEMBER, ReportStatus.LOCKED);
        WebUser first = WebUser.signedIn(mvc, town.county.first());

        var refused =
                first.post("/progress/months/" + SEPTEMBER + "/reopenings", "reason", "统计局核定", "township", "nonsense");

        assertThat(refused).hasStatus(422);
        assertThat(WebUser.body(refused)).contains("请从列表中选择乡镇", "统计局核定");
        assertThat(database.owner()
                        .queryForList("select id from month_reopening where county_id = ?", town.county.id()))
                .isEmpty();
    }

    /** In July it was decided that the township was industrial until December only; what it had reported since stays to be read. */
    @Test
    void anApprovedReportIsReadWhenItWouldNotBeOwedAnyMore() {
        town.at(SEPTEMBER, ReportStatus.APPROVED);
        town.at(AUGUST, ReportStatus.RETURNED);
        given.type(town.county, town.township, false, LocalDate.of(2025, 7, 1));
        WebUser first = WebUser.signedIn(mvc, town.county.first());

        assertThat(first.get(town.path(SEPTEMBER))).hasStatus(200);
        assertThat(WebUser.body(first.get("/progress?month=" + SEPTEMBER))).contains(town.path(SEPTEMBER));
        WebUser clerk = WebUser.signedIn(mvc, town.clerk);
        assertThat(clerk.get(town.path(SEPTEMBER))).hasStatus(200);
        assertThat(WebUser.body(clerk.get("/progress"))).contains(town.path(SEPTEMBER));
        assertThat(clerk.get(town.path(AUGUST))).hasStatus(422);
    }

    @Test
    void theCockpitCountsCorrectionsAsNoSubmissions() {
        report(SEPTEMBER, "21000");
        propose("fixed_investment", "21500");
        confirm(town.party);
        CurrentUser first = town.county.first().user();

        assertThat(ScopeContext.call(first, () -> cockpit.page(first, Optional.of(SEPTEMBER), Shape.THEN))
                        .lines())
                .allSatisfy(line -> assertThat(line.report().submissions()).isEqualTo(1));
    }

    @Test
    void aLockWithoutTheNamesOfTheMissingDoesNothing() {
        town.at(SEPTEMBER, ReportStatus.APPROVED);
        CurrentUser first = town.county.first().user();

        assertThatThrownBy(() -> lock(SEPTEMBER, Set.of(UUID.randomUUID()))).isInstanceOf(MissingNotConfirmed.class);
        assertThat(town.status(SEPTEMBER)).isEqualTo("[APPROVED]");
        MonthPage page = ScopeContext.call(first, () -> months.page(first, SEPTEMBER));
        assertThat(page.notApproved()).isEmpty();
        assertThat(page.share()).isEqualByComparingTo("100");
        assertThat(page.fieldShare()).isEqualByComparingTo("100");
    }

    @Test
    void whoeverProposedAReopeningCannotConfirmIt() {
        town.at(SEPTEMBER, ReportStatus.LOCKED);
        CurrentUser first = town.county.first().user();
        CurrentUser second = town.county.second().user();
        ScopeContext.run(first, () -> closing.proposeReopening(first, SEPTEMBER, town.township, "统计局核定"));
        UUID id = id("month_reopening");

        assertThatThrownBy(() -> ScopeContext.run(first, () -> closing.confirmReopening(first, id)))
                .isInstanceOf(SecondPersonNeeded.class);
        assertThat(town.status(SEPTEMBER)).isEqualTo("[LOCKED]");
        ScopeContext.run(second, () -> closing.confirmReopening(second, id));
        assertThat(town.status(SEPTEMBER)).isEqualTo("[APPROVED]");
    }

    @Test
    void theDatabaseReopensNothingWithoutAConfirmedReopening() {
        town.at(SEPTEMBER, ReportStatus.LOCKED);

        assertThatThrownBy(() -> database.owner()
                        .update("update monthly_report set status = 'APPROVED' where township_id = ?", town.township))
                .hasMessageContaining("reopened by two persons");
        assertThatThrownBy(() -> database.owner()
                        .update("update monthly_report set submissions = 2 where township_id = ?", town.township))
                .hasMessageContaining("a locked report does not change");
    }

    /**
     * Fixed investment is typed as a cumulative value: August 20,000, September 21,000, October 22,166. September becomes
     * 21,500: its month 1,000 → 1,500 and October's month 1,166 → 666, October's cumulative value stays. Next September's growth
     * against 21,000 was (24,000 − 21,000) / 21,000 = 14.3 %, against 21,500 it is 11.6 %.
     */
    @Test
    void aCorrectionBecomesACopyAndLaterMonthsFollow() {
        report(AUGUST, "20000");
        report(SEPTEMBER, "21000");
        report(OCTOBER, "22166");
        report(NEXT_SEPTEMBER, "24000");
        assertThat(line(OCTOBER).monthValue()).isEqualByComparingTo("1166");
        assertThat(line(NEXT_SEPTEMBER).growth()).isEqualByComparingTo("14.3");

        propose("fixed_investment", "21500");
        assertThat(line(SEPTEMBER).cumulative()).isEqualByComparingTo("21000");
        confirm(town.party);

        assertThat(line(SEPTEMBER).cumulative()).isEqualByComparingTo("21500");
        assertThat(line(SEPTEMBER).monthValue()).isEqualByComparingTo("1500");
        assertThat(line(OCTOBER).cumulative()).isEqualByComparingTo("22166");
        assertThat(line(OCTOBER).monthValue()).isEqualByComparingTo("666");
        assertThat(line(NEXT_SEPTEMBER).growth()).isEqualByComparingTo("11.6");
        assertThat(town.submissions(SEPTEMBER)).isEqualTo(2);
        assertThat(town.submissions(OCTOBER)).isEqualTo(1);
        WebUser clerk = WebUser.signedIn(mvc, town.clerk);
        assertThat(WebUser.body(clerk.get(town.path(OCTOBER)))).contains("随 9月更正重算");
        assertThat(WebUser.body(clerk.get(town.path(SEPTEMBER) + "/versions")))
                .contains("第 1 版：乡镇报送", "第 2 版：更正", "统计局核定", "21,000.00", "21,500.00");
        assertThat(WebUser.body(clerk.get(town.path(OCTOBER) + "/versions"))).contains("1,166", "666");
    }

    @Test
    void aSecondCorrectionFollowsOverTheFirst() {
        report(SEPTEMBER, "21000");
        report(OCTOBER, "22166");
        propose("fixed_investment", "21500");
        confirm(town.party);
        propose("fixed_investment", "21600");
        confirm(town.county.second());

        assertThat(line(OCTOBER).monthValue()).isEqualByComparingTo("566");
        assertThat(town.submissions(SEPTEMBER)).isEqualTo(3);
    }

    @Test
    void nobodyCorrectsAFigureAlone() {
        report(SEPTEMBER, "21000");
        propose("fixed_investment", "21500");

        assertThatThrownBy(() -> confirm(town.county.first())).isInstanceOf(SecondPersonNeeded.class);
        assertThat(town.submissions(SEPTEMBER)).isEqualTo(1);
    }

    @Test
    void aPartDoesNotBecomeGreaterThanItsWhole() {
        report(SEPTEMBER, "21000");

        assertThatThrownBy(() -> propose("industrial_investment", "21001")).isInstanceOf(GreaterThanWhole.class);
    }

    @Test
    void aRefusalNamesTheIndicatorInTheReadersLanguage() {
        report(SEPTEMBER, "21000");
        WebUser organizer = WebUser.signedIn(mvc, town.county.first()).inEnglish();
        String path = town.path(SEPTEMBER) + "/corrections";

        assertThat(WebUser.body(organizer.post(path, "indicator", "fixed_investment", "value", "-5", "note", "bureau")))
                .contains("Fixed-asset investment cannot be negative");
        assertThat(WebUser.body(
                        organizer.post(path, "indicator", "industrial_investment", "value", "21001", "note", "bureau")))
                .contains("Industrial investment")
                .doesNotContain("工业投资");
    }

    @Test
    void aLockedMonthIsNotCorrected() {
        report(SEPTEMBER, "21000");
        lock(SEPTEMBER, Set.of());

        assertThatThrownBy(() -> propose("fixed_investment", "21500")).isInstanceOf(StepNotPossible.class);
    }

    @Test
    void theDatabaseLetsAPartySecretaryApproveNothing() {
        town.at(SEPTEMBER, ReportStatus.SUBMITTED);

        assertThatThrownBy(() -> ScopeContext.run(
                        town.party.user(),
                        () -> database.owner()
                                .execute("do $$ begin perform set_config('app.role', 'PARTY_SECRETARY', true);"
                                        + " update monthly_report set status = 'APPROVED' where township_id = '"
                                        + town.township + "'; end $$")))
                .hasMessageContaining("a township judges nothing");
    }

    @Test
    void aPageTakesTheCorrectionAndSaysWhatIsWrongWithIt() {
        report(SEPTEMBER, "21000");
        WebUser first = WebUser.signedIn(mvc, town.county.first());
        String path = town.path(SEPTEMBER) + "/corrections";

        var refused = first.post(path, "indicator", "fixed_investment", "value", "21500", "note", "");
        assertThat(refused).hasStatus(422);
        assertThat(WebUser.body(refused)).contains("更正必须写说明", "21500");
        assertThat(first.post(path, "indicator", "fixed_investment", "value", "21500", "note", "统计局核定"))
                .hasStatus(302);
        WebUser party = WebUser.signedIn(mvc, town.party);
        assertThat(WebUser.body(party.get(town.path(SEPTEMBER) + "/versions"))).contains("确认更正");
        assertThat(party.post("/progress/corrections/" + id("figure_correction") + "/confirmation"))
                .hasStatus(302);
        assertThat(line(SEPTEMBER).cumulative()).isEqualByComparingTo("21500");
    }

    /** A slip of the hand is seen by whoever proposes it and beside the button of whoever confirms it. */
    @Test
    void aCorrectionAtWhichARuleWondersIsSeenByBothPersons() {
        report(AUGUST, "20000");
        report(SEPTEMBER, "21000");
        WebUser first = WebUser.signedIn(mvc, town.county.first());
        String path = town.path(SEPTEMBER) + "/corrections";

        var asked = first.post(path, "indicator", "fixed_investment", "value", "19000", "note", "统计局核定");
        assertThat(asked).hasStatus(422);
        String seen =
                Jsoup.parse(WebUser.body(asked)).select("input[name=seen]").val();
        assertThat(WebUser.body(asked)).contains("请再核对这个数", "相差 \u22122,000.00 万元（\u22129.5%）", "小于上月累计 20,000.00");
        assertThat(first.post(path, "indicator", "fixed_investment", "value", "18000", "note", "统计局核定", "seen", seen))
                .as("another value than the one that was seen")
                .hasStatus(422);
        assertThat(database.owner()
                        .queryForObject(
                                "select count(*) from figure_correction where county_id = ?",
                                Integer.class,
                                town.county.id()))
                .isZero();
        assertThat(first.post(path, "indicator", "fixed_investment", "value", "19000", "note", "统计局核定", "seen", seen))
                .hasStatus(302);

        assertThat(WebUser.body(WebUser.signedIn(mvc, town.party).get(town.path(SEPTEMBER) + "/versions")))
                .contains("相差 \u22122,000.00 万元（\u22129.5%）", "小于上月累计 20,000.00", "确认更正");
        assertThat(WebUser.body(first.get(town.path(SEPTEMBER) + "/versions"))).contains("小于上月累计 20,000.00");
    }

    /** The page asks for it; whoever calls the service without the page is asked as well. */
    @Test
    void aCorrectionAtWhichARuleWondersIsNotProposedUnseen() {
        report(AUGUST, "20000");
        report(SEPTEMBER, "21000");
        CurrentUser first = town.county.first().user();
        BigDecimal below = new BigDecimal("19000");

        for (String seen : List.of(
                "", "fixed_investment 19000", look("fixed_investment", "18000").seen())) {
            assertThatThrownBy(() -> ScopeContext.run(
                            first,
                            () -> corrections.propose(
                                    first, town.township, SEPTEMBER, "fixed_investment", below, "统计局核定", seen)))
                    .isInstanceOf(CorrectionNotSeen.class);
        }
        propose("fixed_investment", "19000");
    }

    /**
     * Fixed investment is typed as a cumulative value: with September at 23,000, October's 22,166 is below it, and October would
     * have a month of −834. Industrial investment of September may be 7,198 at the most, October's value.
     */
    @Test
    void aCorrectionIsHeldAgainstTheMonthAfterThatIsReportedAlready() {
        report(AUGUST, "20000");
        report(SEPTEMBER, "21000");
        assertThat(look("fixed_investment", "23000").nextFindings()).isEmpty();
        report(OCTOBER, "22166");
        WebUser first = WebUser.signedIn(mvc, town.county.first());
        String path = town.path(SEPTEMBER) + "/corrections";

        var asked = first.post(path, "indicator", "fixed_investment", "value", "23000", "note", "统计局核定");

        assertThat(asked).hasStatus(422);
        assertThat(Jsoup.parse(WebUser.body(asked)).select("#wonders").text())
                .contains("下月（2025年10月）已经报送，更正后", "22,166.00", "小于上月累计 23,000.00");
        assertThat(WebUser.body(first.inEnglish()
                        .post(path, "indicator", "fixed_investment", "value", "23000", "note", "bureau")))
                .contains("The month after (", "is reported already");
        assertThat(look("fixed_investment", "22000").nextFindings()).isEmpty();
        propose("fixed_investment", "23000");
        assertThat(WebUser.body(WebUser.signedIn(mvc, town.party).get(town.path(SEPTEMBER) + "/versions")))
                .contains("下月（2025年10月）已经报送，更正后");
    }

    @Test
    void aCorrectionThatWaitsIsCountedOnThePartySecretarysHomePage() {
        report(SEPTEMBER, "21000");
        given.type(town.county, town.township, false, LocalDate.of(2025, 11, 1));
        WebUser party = WebUser.signedIn(mvc, town.party);
        assertThat(WebUser.body(party.get("/"))).contains("现在没有等本镇办理的事");

        propose("fixed_investment", "21500");

        Document home = Jsoup.parse(WebUser.body(party.get("/")));
        assertThat(home.select("#tasks .xp-count").text()).isEqualTo("1");
        assertThat(home.select("main").text()).contains("待第二人确认").doesNotContain("现在没有等本镇办理的事");
    }

    @Test
    void aPageLocksAndReopensTheMonth() {
        town.at(SEPTEMBER, ReportStatus.APPROVED);
        WebUser first = WebUser.signedIn(mvc, town.county.first());
        WebUser second = WebUser.signedIn(mvc, town.county.second());
        String path = "/progress/months/" + SEPTEMBER;

        assertThat(first.post(path + "/lock")).hasStatus(302);
        assertThat(WebUser.body(first.get(path))).contains("锁定 1 份");
        assertThat(first.post(path + "/reopenings", "reason", "")).hasStatus(422);
        assertThat(first.post(path + "/reopenings", "reason", "统计局核定")).hasStatus(302);
        assertThat(WebUser.body(first.get(path))).doesNotContain("确认重开");
        assertThat(WebUser.body(second.get(path))).contains("确认重开", "统计局核定");
        assertThat(second.post("/progress/months/reopenings/" + id("month_reopening") + "/confirmation"))
                .hasStatus(302);
        assertThat(town.status(SEPTEMBER)).isEqualTo("[APPROVED]");
    }

    private void lock(Period period, Set<UUID> missing) {
        CurrentUser first = town.county.first().user();
        ScopeContext.run(first, () -> closing.lock(first, period, missing));
    }

    private void report(Period period, String fixedInvestment) {
        Map<String, String> figures = new java.util.HashMap<>(Months.REAL);
        figures.put("fixed_investment", fixedInvestment);
        town.submit(period, Months.content(figures, "主持两次协调会", "外出学习"));
        approve(town, period);
    }

    @Autowired
    private ReportReviewService reviews;

    private void approve(Months months, Period period) {
        CurrentUser second = months.county.second().user();
        ScopeContext.run(
                second, () -> reviews.approve(second, months.township, period, months.submissions(period), Set.of()));
    }

    private void reopen(Period period) {
        CurrentUser first = town.county.first().user();
        CurrentUser second = town.county.second().user();
        ScopeContext.run(first, () -> closing.proposeReopening(first, period, null, "统计局核定"));
        UUID waiting = Objects.requireNonNull(database.owner()
                .queryForObject(
                        "select id from month_reopening where county_id = ? and confirmed_by is null",
                        UUID.class,
                        town.county.id()));
        ScopeContext.run(second, () -> closing.confirmReopening(second, waiting));
    }

    private void propose(String code, String value) {
        CurrentUser first = town.county.first().user();
        BigDecimal wanted = new BigDecimal(value);
        ScopeContext.run(first, () -> {
            String seen = look(code, value).seen();
            corrections.propose(first, town.township, SEPTEMBER, code, wanted, "统计局核定", seen);
        });
    }

    private CorrectionReview look(String code, String value) {
        CurrentUser first = town.county.first().user();
        return ScopeContext.call(
                first, () -> looks.about(first, town.township, SEPTEMBER, code, new BigDecimal(value)));
    }

    private void confirm(Person person) {
        ScopeContext.run(person.user(), () -> corrections.confirm(person.user(), id("figure_correction")));
    }

    /** The latest proposal. */
    private UUID id(String table) {
        return Objects.requireNonNull(database.owner()
                .queryForObject(
                        "select id from " + table + " where county_id = ? order by proposed_at desc, id desc limit 1",
                        UUID.class,
                        town.county.id()));
    }

    private ReportPage.Line line(Period period) {
        CurrentUser first = town.county.first().user();
        @Nullable ReportPage page = ScopeContext.call(first, () -> reports.page(first, town.township, period));
        return page.lines().stream()
                .filter(line -> line.indicator().code().equals("fixed_investment"))
                .findFirst()
                .orElseThrow();
    }
}
