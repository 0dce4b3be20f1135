package org.xuanpai.progress.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.industry.UnknownIndicator;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.CopyOutdated;
import org.xuanpai.progress.DaysBeyondPeriod;
import org.xuanpai.progress.FieldNotOpen;
import org.xuanpai.progress.FigureRefused;
import org.xuanpai.progress.Months;
import org.xuanpai.progress.NoSuchField;
import org.xuanpai.progress.OwnReportReviewed;
import org.xuanpai.progress.ReportIncomplete;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.TokenUsedOtherwise;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/** What holds when people send twice, at once, too late or on each other's behalf. */
@IntegrationTest
class ReportSubmissionIT {

    private static final Period MONTH = Period.of(2025, 10);
    private static final int SENDS = 20;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Given given;

    @Autowired
    private ReportDraftService drafts;

    @Autowired
    private ReportSubmissionService submissions;

    @Autowired
    private ReportReviewService reviews;

    @Autowired
    private ReportQueries queries;

    @Autowired
    private Database database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private MutableClock clock;

    private Months town;

    @BeforeEach
    void aTownship() {
        town = Months.Factory.of(beans).township(2025);
    }

    @Test
    void manySendsOfOnePageAreOneSubmission() throws Exception {
        UUID token = UUID.randomUUID();
        List<Future<String>> answers = atOnce(SENDS, () -> asParty(() -> submit(token, -1, Months.complete())));

        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo("done");
        }
        assertThat(town.submissions(MONTH)).isEqualTo(1);
        assertThat(count("submitted_copy")).isEqualTo(1);
        assertThat(count("monthly_report")).isEqualTo(1);
    }

    @Test
    void ofTwoPagesSentAtOnceOneIsStale() throws Exception {
        List<Future<String>> answers =
                atOnce(SENDS, () -> asParty(() -> submit(UUID.randomUUID(), -1, Months.complete())));

        List<String> said = new ArrayList<>();
        for (Future<String> answer : answers) {
            said.add(answer.get());
        }
        assertThat(said).containsOnlyOnce("done");
        assertThat(said).filteredOn(text -> !text.equals("done")).containsOnly("StaleVersion");
        assertThat(town.submissions(MONTH)).isEqualTo(1);
    }

    @Test
    void ofManyReviewsAtOnceOneCounts() throws Exception {
        town.submit(MONTH);
        CurrentUser organizer = town.county.first().user();
        List<Future<String>> answers =
                atOnce(SENDS, () -> as(organizer, () -> reviews.approve(organizer, town.township, MONTH, 1, Set.of())));

        List<String> said = new ArrayList<>();
        for (Future<String> answer : answers) {
            said.add(answer.get());
        }
        assertThat(said).containsOnlyOnce("done");
        assertThat(said).filteredOn(text -> !text.equals("done")).containsOnly("CopyOutdated");
        assertThat(count("report_review")).isEqualTo(1);
    }

    @Test
    void aTokenBelongsToItsUserAndItsContent() {
        UUID token = UUID.randomUUID();
        asParty(() -> submit(token, -1, Months.complete()));

        assertThatThrownBy(() -> ScopeContext.run(
                        town.party.user(), () -> submit(token, -1, Months.content(Months.REAL, "改写", "外出学习"))))
                .isInstanceOf(TokenUsedOtherwise.class);
        Person other = given.person(Role.PARTY_SECRETARY, town.township);
        assertThatThrownBy(() -> ScopeContext.run(
                        other.user(),
                        () -> submissions.submit(other.user(), town.township, MONTH, 0, token, Months.complete())))
                .isInstanceOf(NotFound.class);
        assertThat(town.submissions(MONTH)).isEqualTo(1);
    }

    @Test
    void aRefusedSendLeavesItsTokenUnused() {
        UUID token = UUID.randomUUID();
        assertThat(asParty(() -> submit(token, -1, Months.content(Map.of(), "", ""))))
                .isEqualTo("ReportIncomplete");
        assertThat(asParty(() -> submit(token, -1, Months.complete()))).isEqualTo("done");
    }

    @Test
    void aStaleVersionIsRefused() {
        town.at(MONTH, ReportStatus.DRAFT);
        assertThat(asParty(() -> submit(UUID.randomUUID(), -1, Months.complete())))
                .isEqualTo("StaleVersion");
        assertThat(asParty(() -> submit(UUID.randomUUID(), 7, Months.complete())))
                .isEqualTo("StaleVersion");
        assertThat(town.status(MONTH)).isEqualTo("[DRAFT]");
    }

    @Test
    void aClosedFieldDoesNotChange() {
        town.submit(MONTH);
        town.sendBack(MONTH, Map.of("research_spending", ""));
        Map<String, String> figures = new java.util.TreeMap<>(Months.REAL);
        figures.put("fixed_investment", "22167");

        assertThat(asParty(() ->
                        submit(UUID.randomUUID(), town.version(MONTH), Months.content(figures, "主持两次协调会", "外出学习"))))
                .isEqualTo("FieldNotOpen");
        assertThat(asParty(() ->
                        submit(UUID.randomUUID(), town.version(MONTH), Months.content(Months.REAL, "主持两次协调会", "改写"))))
                .as("absence is part of the own part")
                .isEqualTo("FieldNotOpen");
        assertThatThrownBy(() -> ScopeContext.run(
                        town.secretary.user(),
                        () -> drafts.confirmOwnPart(
                                town.secretary.user(), town.township, MONTH, town.version(MONTH), 8, "接通两户企业的电")))
                .as("a confirmation would change what was settled")
                .isInstanceOf(FieldNotOpen.class);
    }

    @Test
    void aTargetConfirmedAfterTheReturnOpensItsField() {
        town.submit(MONTH);
        town.sendBack(MONTH, Map.of("party-part", "请写具体"));
        given.targets(
                town.county,
                town.township,
                2025,
                Map.of("funds_in_place", new BigDecimal("700"), "research_spending", new BigDecimal("1000")));
        // both sheets were confirmed on one day; the later one counts
        database.owner()
                .update(
                        "update target_sheet set confirmed_at = confirmed_at + interval '1 day' where township_id = ? and id in "
                                + "(select sheet_id from target_line where indicator_code = 'funds_in_place')",
                        town.township);

        ReportPage page =
                ScopeContext.call(town.party.user(), () -> queries.page(town.party.user(), town.township, MONTH));
        assertThat(page.check().missing()).containsExactly("funds_in_place");
        assertThat(page.mayType("funds_in_place")).isTrue();
        assertThat(page.mayType("research_spending")).isFalse();

        Map<String, String> figures = new java.util.TreeMap<>(Months.REAL);
        figures.put("funds_in_place", "60");
        assertThat(asParty(() ->
                        submit(UUID.randomUUID(), town.version(MONTH), Months.content(figures, "主持三次协调会", "外出学习"))))
                .isEqualTo("done");
    }

    @Test
    void aMarkMustNameAFieldOfTheReport() {
        town.submit(MONTH);
        assertThatThrownBy(() -> town.sendBack(MONTH, Map.of("no_such", ""))).isInstanceOf(NoSuchField.class);
        assertThat(town.status(MONTH)).isEqualTo("[SUBMITTED]");
    }

    @Test
    void whoeverSubmittedDoesNotReview() {
        given.duty(town.party, Role.COUNTY_ORGANIZER, town.county.id());
        CurrentUser both = new CurrentUser(
                town.party.user().accountId(),
                town.party.username(),
                town.party.user().displayName(),
                null,
                Role.COUNTY_ORGANIZER,
                town.county.first().user().scope(),
                "");
        town.submit(MONTH);

        for (Runnable act : List.<Runnable>of(
                () -> reviews.approve(both, town.township, MONTH, 1, Set.of()),
                () -> reviews.sendBack(both, town.township, MONTH, 1, "请核对", Map.of()))) {
            assertThatThrownBy(() -> ScopeContext.run(both, act)).isInstanceOf(OwnReportReviewed.class);
        }
        assertThat(town.status(MONTH)).isEqualTo("[SUBMITTED]");
        assertThatThrownBy(() -> sql(both, """
                        insert into report_review (id, copy_id, county_id, township_id, outcome, reason, submitted_by,
                                                   reviewer_id, reviewer_name, reviewed_at)
                        select gen_random_uuid(), id, county_id, township_id, 'APPROVED', '', submitted_by, submitted_by,
                               'x', now() from submitted_copy where township_id = '%s'
                        """))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("judged_by_no_author");
    }

    @Test
    void whoeverHandedInAnEarlierCopyOrTypedAFieldDoesNotReview() {
        town.submit(MONTH);
        town.sendBack(MONTH, Map.of());
        Person later = given.person(Role.PARTY_SECRETARY, town.township);
        ScopeContext.run(
                later.user(),
                () -> submissions.submit(
                        later.user(),
                        town.township,
                        MONTH,
                        town.version(MONTH),
                        UUID.randomUUID(),
                        Months.content(Months.REAL, "主持三次协调会", "外出学习")));

        for (Person author : List.of(town.party, later)) {
            CurrentUser organizer = alsoOrganizer(author);
            assertThatThrownBy(() -> ScopeContext.run(
                            organizer, () -> reviews.approve(organizer, town.township, MONTH, 2, Set.of())))
                    .isInstanceOf(OwnReportReviewed.class);
            assertThatThrownBy(() -> sql(organizer, """
                            insert into report_review (id, copy_id, county_id, township_id, outcome, reason, submitted_by,
                                                       reviewer_id, reviewer_name, reviewed_at)
                            select gen_random_uuid(), id, county_id, township_id, 'APPROVED', '', submitted_by,
                                   acting_account(), 'x', now() from submitted_copy where number = 2 and township_id = '%s'
                            """))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("judged_by_no_author");
        }
        CurrentUser nobody = alsoOrganizer(town.clerk);
        ScopeContext.run(nobody, () -> reviews.approve(nobody, town.township, MONTH, 2, Set.of()));
        assertThat(town.status(MONTH)).isEqualTo("[APPROVED]");
    }

    @Test
    void aClerkWhoTypedTheFiguresDoesNotReviewThem() {
        town.drafted(MONTH, Months.content(Months.REAL, "", ""));
        town.submit(MONTH);
        CurrentUser clerk = alsoOrganizer(town.clerk);

        assertThatThrownBy(
                        () -> ScopeContext.run(clerk, () -> reviews.approve(clerk, town.township, MONTH, 1, Set.of())))
                .isInstanceOf(OwnReportReviewed.class);
    }

    private CurrentUser alsoOrganizer(Person person) {
        given.duty(person, Role.COUNTY_ORGANIZER, town.county.id());
        return new CurrentUser(
                person.user().accountId(),
                person.username(),
                person.user().displayName(),
                null,
                Role.COUNTY_ORGANIZER,
                town.county.first().user().scope(),
                "");
    }

    @Test
    void anOlderCopyIsNotJudged() {
        town.submit(MONTH);
        town.sendBack(MONTH, Map.of());
        town.submit(MONTH);
        CurrentUser organizer = town.county.first().user();
        for (int copy : new int[] {0, 1, 3}) {
            assertThatThrownBy(() -> ScopeContext.run(
                            organizer, () -> reviews.approve(organizer, town.township, MONTH, copy, Set.of())))
                    .isInstanceOf(CopyOutdated.class);
        }
    }

    @Test
    void aMonthHasNoMoreDaysThanItHas() {
        CurrentUser user = town.secretary.user();
        assertThatExceptionOfType(DaysBeyondPeriod.class)
                .isThrownBy(() -> ScopeContext.run(
                        user, () -> drafts.confirmOwnPart(user, town.township, Period.of(2025, 9), -1, 31, "办成一件事")));
        ScopeContext.run(user, () -> drafts.confirmOwnPart(user, town.township, Period.of(2025, 2), -1, 59, "办成一件事"));
    }

    @Test
    void aChangeOfTheOwnPartVoidsTheConfirmation() {
        CurrentUser user = town.secretary.user();
        ScopeContext.run(user, () -> drafts.confirmOwnPart(user, town.township, MONTH, -1, 8, "办成一件事"));
        CurrentUser clerk = town.clerk.user();
        ScopeContext.run(
                clerk,
                () -> drafts.save(
                        clerk, town.township, MONTH, town.version(MONTH), Months.content(Months.REAL, "", "")));

        assertThatThrownBy(() -> ScopeContext.run(
                        town.party.user(),
                        () -> submit(
                                UUID.randomUUID(), town.version(MONTH), Months.content(Months.REAL, "主持两次协调会", ""))))
                .isInstanceOfSatisfying(
                        ReportIncomplete.class,
                        incomplete -> assertThat(incomplete.missing()).containsExactly("own-part"));
    }

    @Test
    void lateIsJudgedByTheFirstSubmission() {
        clock.set("2025-11-10T17:30");
        town.submit(MONTH);
        clock.set("2025-11-12T09:00");
        town.sendBack(MONTH, Map.of());
        town.submit(MONTH);
        assertThat(page(MONTH).late()).isFalse();

        Period september = Period.of(2025, 9);
        clock.set("2025-10-10T17:31");
        town.submit(september);
        assertThat(page(september).late()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "fixed_investment, -1",
        "fixed_investment, 1000000000000",
        "fixed_investment, 1.234",
        "projects_signed, 1.5"
    })
    void aFigureThatItsIndicatorCannotHaveIsRefusedWhoeverSendsIt(String indicator, String figure) {
        assertThatThrownBy(() -> draft(Months.content(Map.of(indicator, figure), "", "")))
                .isInstanceOf(FigureRefused.class);
        assertThatThrownBy(() -> draft(Months.content(Map.of("happiness", "1"), "", "")))
                .isInstanceOf(UnknownIndicator.class);
        draft(Months.content(Map.of("fixed_investment", "1.23", "profit", "-1"), "", ""));
    }

    private void draft(ReportContent content) {
        CurrentUser clerk = town.clerk.user();
        ScopeContext.run(clerk, () -> drafts.save(clerk, town.township, MONTH, -1, content));
    }

    @Test
    void theDatabaseKeepsTheRulesByItself() {
        CurrentUser user = town.party.user();
        town.at(MONTH, ReportStatus.DRAFT);
        refusedBySql(
                user,
                "update monthly_report set submissions = 1 where township_id = '%s'",
                "violates check constraint \"monthly_report_");
        refusedBySql(
                user,
                "update report_text set text = '63' where field = 'DAYS_ON_SITE' and township_id = '%s'",
                "report_text_days_on_site");
        refusedBySql(user, """
                insert into monthly_report (id, county_id, township_id, period, status, status_since, status_by_name, saved_at,
                    saved_by_name)
                select gen_random_uuid(), county_id, township_id, '2025-01-01', 'DRAFT', now(), 'x', now(), 'x'
                from monthly_report where township_id = '%s'
                """, "monthly_report_period");
        town.submit(MONTH);
        refusedBySql(
                user, "update monthly_report set status = 'DRAFT' where township_id = '%s'", "cannot become DRAFT");
        refusedBySql(
                user, "update monthly_report set status = 'LOCKED' where township_id = '%s'", "cannot become LOCKED");
        refusedBySql(user, "delete from monthly_report where township_id = '%s'", "permission denied");
        for (String table : List.of("submitted_copy", "submitted_figure", "report_review", "review_mark")) {
            refusedBySql(
                    user,
                    "update " + table + " set township_id = township_id where township_id = '%s'",
                    "permission denied");
            refusedBySql(user, "delete from " + table + " where township_id = '%s'", "permission denied");
        }
        refusedBySql(user, """
                insert into submitted_copy (id, report_id, number, county_id, township_id, period, submitted_by,
                    submitted_by_name, submitted_at, achievements, absence, party_secretary_part, behind_note)
                select gen_random_uuid(), report_id, number, county_id, township_id, period, submitted_by, 'x', now(), '', '',
                    '', '' from submitted_copy where township_id = '%s'
                """, "submitted_copy_numbered");
        CurrentUser organizer = town.county.first().user();
        ScopeContext.run(organizer, () -> reviews.approve(organizer, town.township, MONTH, 1, Set.of()));
        refusedBySql(
                user,
                "update monthly_report set saved_by_name = 'x' where township_id = '%s'",
                "changes by a confirmed correction only");
    }

    @Test
    void theCountySeesNoDraft() {
        CurrentUser clerk = town.clerk.user();
        ScopeContext.run(
                clerk, () -> drafts.save(clerk, town.township, MONTH, -1, Months.content(Months.REAL, "", "")));
        CurrentUser organizer = town.county.first().user();

        ReportPage page = ScopeContext.call(organizer, () -> queries.page(organizer, town.township, MONTH));
        assertThat(page.isBegun()).isFalse();
        assertThat(page.lines()).allMatch(line -> line.typed() == null);
        assertThat(page.texts().achievements()).isEmpty();
        assertThat(rows(organizer, "report_figure")).isZero();
        assertThat(rows(organizer, "report_text")).isZero();
        assertThat(rows(clerk, "report_figure")).isEqualTo(Months.REAL.size());
        Person other =
                given.person(Role.PARTY_SECRETARY, Months.Factory.of(beans).township().township);
        assertThat(rows(other.user(), "report_figure")).isZero();
        assertThat(database.application().queryForObject("select count(*) from report_figure", Integer.class))
                .isZero();
    }

    private ReportPage page(Period period) {
        return ScopeContext.call(town.party.user(), () -> queries.page(town.party.user(), town.township, period));
    }

    private void submit(UUID token, long version, ReportContent content) {
        submissions.submit(town.party.user(), town.township, MONTH, version, token, content);
    }

    private String asParty(Runnable act) {
        return as(town.party.user(), act);
    }

    private static String as(CurrentUser user, Runnable act) {
        try {
            ScopeContext.run(user, act);
            return "done";
        } catch (org.xuanpai.shared.RuleViolation refused) {
            return refused.getClass().getSimpleName();
        }
    }

    private static List<Future<String>> atOnce(int times, Callable<String> act) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        try (Closing pool = new Closing(Executors.newFixedThreadPool(times))) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                answers.add(pool.threads().submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            start.countDown();
            return answers;
        }
    }

    private int count(String table) {
        return Objects.requireNonNull(database.owner()
                .queryForObject(
                        "select count(*) from " + table + " where township_id = ?", Integer.class, town.township));
    }

    /** Rows of a table that the application's role sees for somebody. */
    private int rows(CurrentUser user, String table) {
        return ScopeContext.call(
                user,
                () -> new TransactionTemplate(transactions)
                        .execute(transaction -> jdbc.sql(
                                        "select count(*) from " + table + " where township_id = :township")
                                .param("township", town.township)
                                .query(Integer.class)
                                .single()));
    }

    private void refusedBySql(CurrentUser user, String sql, String message) {
        assertThatThrownBy(() -> sql(user, sql))
                .as(sql)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining(message);
    }

    /** As the application's role, in the row-level context of somebody. */
    private void sql(CurrentUser user, String sql) {
        ScopeContext.run(
                user,
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(transaction ->
                                jdbc.sql(sql.formatted(town.township)).update()));
    }

    private record Closing(ExecutorService threads) implements AutoCloseable {

        @Override
        public void close() throws InterruptedException {
            threads.shutdown();
            assertThat(threads.awaitTermination(60, java.util.concurrent.TimeUnit.SECONDS))
                    .isTrue();
        }
    }
}
