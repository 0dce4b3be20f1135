package org.xuanpai.progress.service;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.xuanpai.IntegrationTest;
import org.xuanpai.fixture.Behind;
import org.xuanpai.fixture.Person;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.Months;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.Period;

/** No step of a report without its record: neither the database nor whoever writes past the services skips the review. */
@IntegrationTest
class StepsOnRecordIT {

    private static final Period MONTH = Period.of(2025, 9);

    private static final String STEP =
            "update monthly_report set status = '%s', status_since = now() where township_id = :township and period = :month";

    private static final String REVIEW = """
            insert into report_review (id, copy_id, county_id, township_id, outcome, reason, submitted_by, reviewer_id,
                                       reviewer_name, reviewed_at)
            select gen_random_uuid(), c.id, c.county_id, c.township_id, '%s', 'x', c.submitted_by, acting_account(),
                   acting_name(), now()
            from submitted_copy c where c.township_id = :township and c.period = :month and c.number = 1
            """;

    private static final String LOCK = """
            insert into month_lock (id, county_id, period, locked_by, locked_by_name, locked_at)
            values (:lock, :county, cast(:month as date) + interval '%s months', acting_account(), acting_name(), now())
            """;

    private static final String LOCKED_UNIT =
            "insert into month_lock_unit (lock_id, county_id, township_id, township, missing) values (:lock, :county, :township, 'x', %s)";

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private MonthCloseService closing;

    @Autowired
    private Database database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private Months town;
    private Person organizer;
    private Behind sql;

    @BeforeEach
    void aTownship() {
        town = Months.Factory.of(beans).township(2025);
        organizer = town.county.first();
        sql = new Behind(
                jdbc,
                transactions,
                Map.of(
                        "township",
                        town.township,
                        "county",
                        town.county.id(),
                        "month",
                        Months.day(MONTH),
                        "lock",
                        UUID.randomUUID()));
    }

    @Test
    void aReportIsJudgedByAReview() {
        town.at(MONTH, ReportStatus.SUBMITTED);

        for (String outcome : Set.of("APPROVED", "RETURNED")) {
            sql.refused(organizer, "judged by a review", STEP.formatted(outcome));
            sql.taken(organizer, REVIEW.formatted(outcome), STEP.formatted(outcome));
        }
        sql.refused(organizer, "judged by a review", STEP.formatted("APPROVED"), REVIEW.formatted("RETURNED"));
        sql.refused(
                organizer,
                "only what is handed in is counted",
                STEP.formatted("APPROVED").replace("set ", "set submissions = 5, "),
                REVIEW.formatted("APPROVED"));
    }

    @Test
    void aReviewIsTheStepItAsksFor() {
        town.at(MONTH, ReportStatus.SUBMITTED);

        sql.refused(organizer, "judges the latest copy", REVIEW.formatted("RETURNED"));
        sql.refused(
                organizer,
                "judges the latest copy now",
                REVIEW.formatted("APPROVED").replace("now()", "timestamptz '2025-10-20'"),
                STEP.formatted("APPROVED").replace("now()", "timestamptz '2025-10-20'"));
    }

    @Test
    void aReportIsLockedWithItsMonth() {
        town.at(MONTH, ReportStatus.APPROVED);

        sql.refused(organizer, "locked with its month", STEP.formatted("LOCKED"));
        sql.taken(organizer, LOCK.formatted("0"), STEP.formatted("LOCKED"), LOCKED_UNIT.formatted("false"));
        sql.refused(
                organizer,
                "as_it_was_locked",
                LOCK.formatted("0"),
                STEP.formatted("LOCKED"),
                LOCKED_UNIT.formatted("true"));
        sql.refused(organizer, "as_it_was_locked", LOCK.formatted("0"), LOCKED_UNIT.formatted("false"));
        sql.refused(organizer, "of_month_that_is_over", LOCK.formatted("120"));
        sql.refused(
                organizer, "of_month_that_is_over", LOCK.formatted("0").replace("now()", "timestamptz '2025-10-20'"));
    }

    @Test
    void aLockNamesNoFurtherReportAfterwards() {
        town.at(MONTH, ReportStatus.LOCKED);

        sql.refused(organizer, "as_it_was_locked", """
                insert into month_lock_unit (lock_id, county_id, township_id, township, missing)
                select id, county_id, :township, 'x', false from month_lock where county_id = :county""");
    }

    @Test
    void aReopeningIsUsedOnce() {
        town.at(MONTH, ReportStatus.LOCKED);
        Person second = town.county.second();
        ScopeContext.run(
                organizer.user(), () -> closing.proposeReopening(organizer.user(), MONTH, town.township, "统计局核定"));
        UUID id = Objects.requireNonNull(database.owner()
                .queryForObject("select id from month_reopening where county_id = ?", UUID.class, town.county.id()));
        ScopeContext.run(second.user(), () -> closing.confirmReopening(second.user(), id));
        ScopeContext.run(organizer.user(), () -> closing.lock(organizer.user(), MONTH, Set.of()));

        sql.refused(organizer, "two persons who saw it locked", """
                update monthly_report r set status = 'APPROVED',
                       status_since = (select o.confirmed_at from month_reopening o where o.county_id = :county)
                where r.township_id = :township and r.period = :month""");
    }

    @Test
    void howOftenAndWhenAReportWasHandedInIsNotWrittenAnew() {
        town.at(MONTH, ReportStatus.RETURNED);
        String set = "update monthly_report set %s where township_id = :township and period = :month";

        for (Person person : Set.of(town.clerk, town.party)) {
            for (String rewritten : Set.of(
                    "first_submitted_at = timestamptz '2020-01-01'",
                    "submissions = submissions + 5",
                    "status_since = timestamptz '2020-01-01'",
                    "corrections = 1")) {
                sql.refused(person, "changes with the status only", set.formatted(rewritten));
            }
            sql.taken(person, set.formatted("saved_by_name = 'x', saved_at = now()"));
        }
        sql.refused(town.party, "becomes the next copy", set.formatted("status = 'SUBMITTED', status_since = now()"));
        sql.refused(
                town.party,
                "becomes the next copy",
                set.formatted("status = 'SUBMITTED', status_since = now(), submissions = submissions + 1"));
    }

    @Test
    void theFirstSecretaryAloneConfirmsTheOwnPart() {
        town.at(MONTH, ReportStatus.DRAFT);
        String confirm = """
                update monthly_report set own_part_confirmed_by = %s, own_part_confirmed_by_name = %s,
                       own_part_confirmed_at = now()
                where township_id = :township and period = :month""";
        String secretary = "'" + town.secretary.user().accountId() + "'";

        for (Person person : Set.of(town.clerk, town.party)) {
            sql.refused(person, "First Secretary alone", confirm.formatted(secretary, "'x'"));
            sql.refused(person, "First Secretary alone", confirm.formatted("acting_account()", "acting_name()"));
        }
        sql.refused(town.secretary, "First Secretary alone", confirm.formatted("acting_account()", "'x'"));
        sql.taken(town.secretary, confirm.formatted("acting_account()", "acting_name()"));
    }

    @Test
    void norDoesAReportBeginConfirmed() {
        sql.refused(town.clerk, "begun_unconfirmed", """
                insert into monthly_report (id, county_id, township_id, period, status, status_since, status_by_name, saved_at,
                                            saved_by_name, own_part_confirmed_by)
                values (gen_random_uuid(), :county, :township, :month, 'DRAFT', now(), 'x', now(), 'x', gen_random_uuid())""");
    }
}
