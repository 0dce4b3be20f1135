package org.xuanpai.progress.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.Scope;

/**
 * Row-level security bites on its own: every query here is asked with a scope that lets everything through, as if somebody had
 * forgotten it. Whoever acts sees the own rows all the same, and no other.
 */
@IntegrationTest
class RowLevelSecurityIT {

    private static final Period MONTH = Period.of(2025, 10);
    private static final ReportContent REPORT = new ReportContent(
            Map.of("fixed_investment", BigDecimal.ONE), null, "", "园区二期征地晚两个月", "主持召开 2 次征地协调会", "第一书记空缺");

    @Autowired
    private Given given;

    @Autowired
    private ReportSubmissionService submissions;

    @Autowired
    private ReportDraftService drafts;

    @Autowired
    private StoredReports reports;

    @Autowired
    private KnownFigures figures;

    @Autowired
    private ReportListQueries lists;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TestCounty county;
    private CurrentUser ours;
    private CurrentUser theirs;
    private Scope everything;

    @BeforeEach
    void theOtherTownshipHasReported() {
        county = given.county(2, 0, 0);
        everything = Scope.county(county.id());
        theirs = given.person(Role.PARTY_SECRETARY, county.townships().get(0)).user();
        ours = given.person(Role.PARTY_SECRETARY, county.townships().get(1)).user();
        ScopeContext.run(
                theirs,
                () -> submissions.submit(theirs, county.township(), MONTH, ReportPage.NOT_BEGUN, Ids.next(), REPORT));
    }

    @Test
    void aReportIsSeenByItsOwnTownshipOnly() {
        assertThat(as(
                        theirs,
                        () -> reports.find(everything, county.township(), MONTH, true)
                                .status()))
                .isNotNull();
        assertThat(as(
                        ours,
                        () -> reports.find(everything, county.township(), MONTH, true)
                                .status()))
                .isNull();
        assertThat(as(
                        ours,
                        () -> reports.find(everything, county.township(), MONTH, false)
                                .status()))
                .as("the copy")
                .isNull();
    }

    @Test
    void whatIsWrittenInADraftIsSeenByItsOwnTownshipOnly() {
        Period draft = MONTH.next();
        CurrentUser clerk = given.person(Role.TOWNSHIP_CLERK, county.township()).user();
        ScopeContext.run(
                clerk,
                () -> drafts.save(
                        clerk,
                        county.township(),
                        draft,
                        ReportPage.NOT_BEGUN,
                        new ReportContent(Map.of(), 8, "接通两户企业的电", "征地未完", "", "")));

        assertThat(as(theirs, () -> texts(draft))).containsExactlyInAnyOrder("8", "接通两户企业的电", "征地未完");
        assertThat(as(ours, () -> texts(draft))).as("the other township").isEmpty();
        for (Role role : List.of(Role.COUNTY_ORGANIZER, Role.COUNTY_LEADER)) {
            CurrentUser reader = given.person(role, county.id()).user();
            assertThat(as(reader, () -> texts(draft))).as("%s", role).isEmpty();
            assertThat(as(reader, () -> jdbc.queryForList("select r::text from monthly_report r", String.class)))
                    .as("%s sees that there is a draft and nothing written in it", role)
                    .hasSize(2)
                    .noneMatch(row -> Objects.requireNonNull(row).contains("接通") || row.contains("征地"));
            assertThat(as(
                            reader,
                            () -> reports.find(everything, county.township(), draft, true)
                                    .texts()
                                    .behindNote()))
                    .as("through the township's own query")
                    .isEmpty();
        }
    }

    /** What is written in the month, whoever asks. */
    private List<@Nullable String> texts(Period period) {
        return jdbc.queryForList("""
                select x.text from report_text x join monthly_report r on r.id = x.report_id
                where r.period = ?""", String.class, period.month().atDay(1));
    }

    @Test
    void figuresOfEarlierMonthsAreSeenByTheirOwnTownshipOnly() {
        Period next = MONTH.next();

        assertThat(as(
                        theirs,
                        () -> figures.of(everything, county.township(), next).previousCumulative("fixed_investment")))
                .isEqualByComparingTo("1");
        assertThat(as(
                        ours,
                        () -> figures.of(everything, county.township(), next).previousCumulative("fixed_investment")))
                .isNull();
    }

    @Test
    void aListShowsNothingOfTheOtherTownship() {
        CurrentUser widened = new CurrentUser(
                ours.accountId(),
                ours.username(),
                ours.displayName(),
                ours.dutyId(),
                Role.COUNTY_ORGANIZER,
                everything,
                ours.unitName());

        assertThat(as(
                        county.first().user(),
                        () -> lists.list(widened, Optional.of(MONTH)).rows()))
                .filteredOn(row -> row.status() != null)
                .as("seen by the county")
                .hasSize(1);
        assertThat(as(ours, () -> lists.list(widened, Optional.of(MONTH)).rows()))
                .filteredOn(row -> row.status() != null)
                .as("seen by the other township")
                .isEmpty();
    }

    @Test
    void aTownshipDoesNotApproveItself() {
        assertThatThrownBy(() -> as(theirs, () -> jdbc.update("update monthly_report set status = 'APPROVED'")))
                .rootCause()
                .hasMessageContaining("a township judges nothing");
        assertThatThrownBy(() -> as(theirs, () -> review(county.first().user())))
                .rootCause()
                .hasMessageContaining("row-level security policy for table \"report_review\"");
    }

    @Test
    void anOrganizerJudgesInTheOwnNameOnly() {
        assertThatThrownBy(() ->
                        as(county.first().user(), () -> review(county.second().user())))
                .rootCause()
                .hasMessageContaining("row-level security policy for table \"report_review\"");
        assertThat(as(county.first().user(), () -> {
                    int reviews = review(county.first().user());
                    jdbc.update(
                            "update monthly_report set status = 'APPROVED', status_since = now() where township_id = ?",
                            county.township());
                    return reviews;
                }))
                .isOne();
    }

    @Test
    void aCopyIsOfTheTownshipsOwnReportAndInTheSubmittersName() {
        UUID report = Objects.requireNonNull(
                as(theirs, () -> jdbc.queryForObject("select id from monthly_report", UUID.class)));

        assertThatThrownBy(() -> as(ours, () -> copy(report, county.townships().get(1), ours)))
                .rootCause()
                .hasMessageContaining("row-level security policy for table \"submitted_copy\"");
        assertThatThrownBy(() -> as(theirs, () -> copy(report, county.township(), ours)))
                .rootCause()
                .hasMessageContaining("row-level security policy for table \"submitted_copy\"");
    }

    private int review(CurrentUser reviewer) {
        return jdbc.update("""
                insert into report_review (id, copy_id, county_id, township_id, outcome, reason, submitted_by, reviewer_id,
                                           reviewer_name, reviewed_at)
                select ?, id, county_id, township_id, 'APPROVED', '', submitted_by, ?, '', now() from submitted_copy
                where township_id = ?""", Ids.next(), reviewer.accountId(), county.township());
    }

    private int copy(UUID report, UUID township, CurrentUser submitter) {
        return jdbc.update("""
                insert into submitted_copy (id, report_id, number, county_id, township_id, period, submitted_by,
                        submitted_by_name, submitted_at, achievements, absence, party_secretary_part, behind_note)
                values (?, ?, 99, ?, ?, date '2025-10-01', ?, '', now(), '', '', '', '')""", Ids.next(), report, county.id(), township, submitter.accountId());
    }

    private <T extends @Nullable Object> T as(CurrentUser user, java.util.function.Supplier<T> question) {
        return ScopeContext.call(
                user, () -> new TransactionTemplate(transactions).execute(transaction -> question.get()));
    }
}
