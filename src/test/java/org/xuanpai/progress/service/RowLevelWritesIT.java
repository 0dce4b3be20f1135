package org.xuanpai.progress.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.Months;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/**
 * Row-level security keeps who takes which step, also where the program forgot to ask: every statement here goes past the
 * services, and is taken back.
 */
@IntegrationTest
class RowLevelWritesIT {

    private static final Period DRAFT = Period.of(2025, 10);
    private static final Period SUBMITTED = Period.of(2025, 9);
    private static final String REFUSED = "row-level security";

    private static final String HAND_IN = """
            update monthly_report set status = 'SUBMITTED', submissions = 1, first_submitted_at = now()
            where township_id = :township and period = :period
            """;

    private static final String APPROVE =
            "update monthly_report set status = 'APPROVED' where township_id = :township and period = :period";

    private static final String OF_MONTH =
            " where report_id = (select id from monthly_report where township_id = :township and period = :period)";

    private static final String TEXT = "update report_text set text = '1'" + OF_MONTH;
    private static final String FIGURE = "update report_figure set typed = 1" + OF_MONTH;
    private static final String EMPTY_TEXTS = "delete from report_text" + OF_MONTH;
    private static final String EMPTY_FIGURES = "delete from report_figure" + OF_MONTH;

    private static final String MORE_FIGURES = """
            insert into report_figure (report_id, county_id, township_id, indicator_code, typed)
            select id, county_id, township_id, '%s', 1 from monthly_report
            where township_id = :township and period = :period
            """;

    private static final String MORE_TEXT = """
            insert into report_text (report_id, county_id, township_id, field, text)
            select id, county_id, township_id, 'PARTY_PART', 'later' from monthly_report
            where township_id = :township and period = :period
            """;

    private static final String JUDGE = """
            insert into report_review (id, copy_id, county_id, township_id, outcome, reason, submitted_by, reviewer_id,
                                       reviewer_name, reviewed_at)
            select :id, c.id, c.county_id, c.township_id, 'APPROVED', '', c.submitted_by, :person, 'x', now()
            from submitted_copy c where c.township_id = :township and c.period = :period
            """;

    private static final String COPY = """
            insert into submitted_copy (id, report_id, number, county_id, township_id, period, submitted_by,
                    submitted_by_name, submitted_at, achievements, absence, party_secretary_part, behind_note)
            select :id, r.id, 1, r.county_id, r.township_id, r.period, :person, 'x', now(), '', '', '', ''
            from monthly_report r where r.township_id = :township and r.period = :period
            """;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Given given;

    @Autowired
    private Database database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private Months months;
    private Person organizer;
    private Person leader;

    @BeforeEach
    void oneMonthIsBegunAndOneHandedIn() {
        months = Months.Factory.of(beans)
                .township(2025)
                .drafted(DRAFT, Months.complete())
                .at(SUBMITTED, ReportStatus.SUBMITTED);
        organizer = months.county.first();
        leader = given.person(Role.COUNTY_LEADER, months.county.id());
    }

    @Test
    void aClerkCannotHandInWhatThePartySecretaryCan() {
        assertThat(changed(months.party, HAND_IN, DRAFT)).isEqualTo(1);
        assertThatThrownBy(() -> changed(months.clerk, HAND_IN, DRAFT))
                .rootCause()
                .hasMessageContaining(REFUSED);
    }

    @Test
    void aLeaderCannotApproveWhatAnOrganizerCan() {
        assertThat(changed(organizer, APPROVE, SUBMITTED)).isEqualTo(1);
        assertThat(changed(leader, APPROVE, SUBMITTED)).isZero();
    }

    @Test
    void aTownshipCannotApproveItsOwnReport() {
        assertThatThrownBy(() -> changed(months.party, APPROVE, SUBMITTED))
                .rootCause()
                .hasMessageContaining("a township judges nothing");
    }

    @Test
    void nobodyChangesAReportThatWaitsForTheCounty() {
        assertThatThrownBy(() -> changed(
                        months.party,
                        "update monthly_report set saved_by_name = 'later' where township_id = :township and period = :period",
                        SUBMITTED))
                .rootCause()
                .hasMessageContaining("by being judged only");
    }

    @Test
    void neitherTextsNorFiguresOfAReportChangeThatWaitsForTheCounty() {
        for (String sql : List.of(TEXT, FIGURE, EMPTY_TEXTS, EMPTY_FIGURES)) {
            assertThat(changed(months.clerk, sql, DRAFT)).as(sql).isPositive();
            assertThat(changed(months.clerk, sql, SUBMITTED)).as(sql).isZero();
        }
        assertThatThrownBy(() -> changed(months.clerk, MORE_TEXT, SUBMITTED))
                .rootCause()
                .hasMessageContaining(REFUSED);
        assertThat(changed(months.clerk, MORE_TEXT, DRAFT)).isEqualTo(1);
    }

    @Test
    void aTownshipTypesNoFigureThatTheCountyIssues() {
        assertThat(changed(months.clerk, MORE_FIGURES.formatted("projects_signed"), DRAFT))
                .isEqualTo(1);
        for (String code : List.of("value_added", "tax_paid")) {
            assertThatThrownBy(() -> changed(months.clerk, MORE_FIGURES.formatted(code), DRAFT))
                    .rootCause()
                    .hasMessageContaining(REFUSED);
        }
    }

    @Test
    void norTurnsATownshipAFigureOfItsOwnIntoOne() {
        assertThatThrownBy(() -> changed(
                        months.clerk,
                        "update report_figure set indicator_code = 'value_added'" + OF_MONTH
                                + " and indicator_code = 'fixed_investment'",
                        DRAFT))
                .rootCause()
                .hasMessageContaining(REFUSED);
    }

    @Test
    void norDoesTheDatabaseTakeSuchAFigureFromItsOwner() {
        assertThatThrownBy(() -> database.owner()
                        .update(
                                MORE_FIGURES.formatted("value_added").replaceAll(":township|:period", "?"),
                                months.township,
                                Months.day(DRAFT)))
                .rootCause()
                .hasMessageContaining("report_figure_of_township_alone");
    }

    @Test
    void aReportStaysInItsMonth() {
        assertThatThrownBy(() -> changed(
                        months.clerk,
                        "update monthly_report set period = '2024-05-01' where township_id = :township and period = :period",
                        DRAFT))
                .rootCause()
                .hasMessageContaining("its month");
    }

    @Test
    void aJudgementIsGivenInOnesOwnName() {
        assertThat(written(organizer, JUDGE, organizer)).isEqualTo(1);
        assertThatThrownBy(() -> written(organizer, JUDGE, months.county.second()))
                .rootCause()
                .hasMessageContaining(REFUSED);
        assertThatThrownBy(() -> written(leader, JUDGE, leader)).rootCause().hasMessageContaining(REFUSED);
    }

    @Test
    void aCopyIsHandedInInOnesOwnName() {
        assertThat(copied(months.party)).isEqualTo(1);
        assertThatThrownBy(() -> copied(months.clerk)).rootCause().hasMessageContaining(REFUSED);
    }

    private int changed(Person by, String sql, Period period) {
        return as(
                by.user(),
                () -> jdbc.sql(sql)
                        .param("township", months.township)
                        .param("period", Months.day(period))
                        .update());
    }

    private int written(Person by, String sql, Person inTheNameOf) {
        return as(by.user(), () -> write(sql, SUBMITTED, inTheNameOf));
    }

    /** The Party secretary hands a month in and freezes it in this person's name. */
    private int copied(Person inTheNameOf) {
        return as(months.party.user(), () -> {
            jdbc.sql(HAND_IN)
                    .param("township", months.township)
                    .param("period", Months.day(DRAFT))
                    .update();
            return write(COPY, DRAFT, inTheNameOf);
        });
    }

    private int write(String sql, Period period, Person inTheNameOf) {
        UUID id = Ids.next();
        return jdbc.sql(sql)
                .param("id", id)
                .param("township", months.township)
                .param("period", Months.day(period))
                .param("person", inTheNameOf.user().accountId())
                .update();
    }

    private int as(CurrentUser user, java.util.function.IntSupplier statement) {
        return ScopeContext.call(
                user,
                () -> new TransactionTemplate(transactions).execute(transaction -> {
                    transaction.setRollbackOnly();
                    return statement.getAsInt();
                }));
    }
}
