package org.xuanpai.progress.service;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.xuanpai.IntegrationTest;
import org.xuanpai.fixture.Behind;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.Months;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/** What was frozen stays as it is, and changes of it by two persons are what both of them saw. */
@IntegrationTest
class FrozenRowsIT {

    private static final Period MONTH = Period.of(2025, 9);
    private static final Period NEXT = Period.of(2025, 10);

    private static final String PROPOSE = """
            insert into figure_correction (id, report_id, county_id, township_id, period, indicator_code, seen_copy, old_value,
                                           new_value, note, proposed_by, proposed_by_name, proposed_at)
            select gen_random_uuid(), r.id, r.county_id, r.township_id, r.period, f.indicator_code, r.submissions, f.typed,
                   f.typed + 1, 'x', acting_account(), acting_name(), now()
            from monthly_report r join submitted_copy c on c.report_id = r.id and c.number = r.submissions
            join submitted_figure f on f.copy_id = c.id and f.indicator_code = 'fixed_investment'
            where r.township_id = :township and r.period = :month
            """;

    private static final String CONFIRM = """
            update figure_correction set confirmed_by = acting_account(), confirmed_by_name = acting_name(), confirmed_at = now(),
                   confirmed_copy = seen_copy + 1
            where township_id = :township and confirmed_by is null
            """;

    private static final String CORRECT = """
            update monthly_report set submissions = submissions + 1, corrections = corrections + 1
            where township_id = :township and period = :month
            """;

    private static final String COPY = """
            insert into submitted_copy (id, report_id, number, county_id, township_id, period, submitted_by, submitted_by_name,
                   submitted_at, days_on_site, achievements, absence, own_part_confirmed_by_name, party_secretary_part,
                   behind_note, fields, fields_typed, kind, correction_id)
            select gen_random_uuid(), c.report_id, 2, c.county_id, c.township_id, c.period, acting_account(), acting_name(),
                   now(), c.days_on_site, c.achievements, c.absence, c.own_part_confirmed_by_name, c.party_secretary_part,
                   c.behind_note, c.fields, c.fields_typed, 'CORRECTION', x.id
            from submitted_copy c join figure_correction x on x.report_id = c.report_id
            where c.township_id = :township and c.period = :month and c.number = 1
            """;

    private static final String FIGURES = """
            insert into submitted_figure (copy_id, indicator_code, county_id, township_id, typed, month_value, cumulative,
                   last_year, growth, yearly_target, completion, issued_version)
            select n.id, f.indicator_code, f.county_id, f.township_id,
                   f.typed + case f.indicator_code when 'fixed_investment' then 1 else 0 end,
                   f.month_value, f.cumulative, f.last_year, f.growth, f.yearly_target, f.completion, f.issued_version
            from submitted_copy c join submitted_copy n on n.report_id = c.report_id and n.number = 2
            join submitted_figure f on f.copy_id = c.id
            where c.township_id = :township and c.period = :month and c.number = 1
            """;

    private static final String REVISE = """
            insert into figure_revision (id, copy_id, indicator_code, county_id, township_id, cause_copy_id, month_value,
                                         cumulative, revised_at)
            select gen_random_uuid(), c.id, 'fixed_investment', o.county_id, o.township_id, o.id, 1, 1, now()
            from submitted_copy o join submitted_copy c on c.township_id = %s and c.period = :next
            where o.township_id = :township and o.period = :month
            """;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Given given;

    @Autowired
    private CorrectionService corrections;

    @Autowired
    private Database database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private Months town;
    private Months other;
    private Person organizer;
    private Behind sql;

    @BeforeEach
    void twoTownshipsOfACounty() {
        TestCounty county = given.county(2, 0, 0);
        Months.Factory factory = Months.Factory.of(beans);
        town = factory.in(county, county.township());
        other = factory.in(county, county.townships().get(1));
        organizer = county.first();
        sql = new Behind(
                jdbc,
                transactions,
                Map.of(
                        "township",
                        town.township,
                        "other",
                        other.township,
                        "county",
                        county.id(),
                        "month",
                        Months.day(MONTH),
                        "next",
                        Months.day(NEXT)));
    }

    @Test
    void aTownshipRevisesNoFiguresOfAnotherOne() {
        town.submit(MONTH);
        town.submit(NEXT);
        other.submit(NEXT);

        // the foreign copy is unseen by row-level security alone, so its id is guessed
        String foreign = REVISE.formatted(":other")
                .replace("join submitted_copy c on c.township_id = :other and c.period = :next", "")
                .replace("c.id", "'" + copy(other, NEXT) + "'");
        sql.refused(town.party, "row-level security", foreign);
        sql.refused(town.party, "follows_at_once", REVISE.formatted(":township"));
        assertThatThrownBy(() -> database.owner()
                        .update(
                                foreign.replace(":township", "?").replace(":month", "?"),
                                town.township,
                                Months.day(MONTH)))
                .hasMessageContaining("figure_revision_of_own_copy");
    }

    @Test
    void aRevisionIsNotTakenAway() {
        town.submit(MONTH);
        town.submit(NEXT);
        town.sendBack(MONTH, Map.of());
        town.submit(MONTH, Months.content(Map.of("fixed_investment", "20000"), "主持三次协调会", "外出学习"));

        sql.refused(town.party, "superseded by the next one only", """
                update figure_revision set superseded_at = now() where township_id = :township and superseded_at is null""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                insert into submitted_figure (copy_id, indicator_code, county_id, township_id, typed)
                select id, 'profit', county_id, township_id, 1 from submitted_copy where township_id = :township""", """
                insert into submitted_reason (copy_id, county_id, township_id, field, rule, text)
                select id, county_id, township_id, 'profit', 'OUTLIER', 'x' from submitted_copy where township_id = :township"""})
    void aCopyDoesNotGrow(String more) {
        town.submit(MONTH);

        sql.refused(town.party, "frozen_with_copy", more);
    }

    @Test
    void norDoesAReview() {
        town.at(MONTH, ReportStatus.RETURNED);

        sql.refused(organizer, "frozen_with_review", """
                insert into review_mark (review_id, county_id, township_id, field, note)
                select id, county_id, township_id, 'profit', 'x' from report_review where township_id = :township""");
    }

    @Test
    void aConfirmedCorrectionChangesItsFigureAndNothingElse() {
        town.at(MONTH, ReportStatus.APPROVED);
        proposed();

        sql.taken(town.party, CONFIRM, CORRECT, COPY, FIGURES);
        for (String copy : List.of(
                COPY.replace("now(), c.days_on_site", "now(), 1"),
                COPY.replace("c.achievements, c.absence", "'x', c.absence"),
                COPY.replace("c.party_secretary_part,\n", "'x',\n"))) {
            sql.refused(town.party, "texts stay", CONFIRM, CORRECT, copy, FIGURES);
        }
        for (String figures : List.of(
                FIGURES.replace("'fixed_investment' then 1", "'fixed_investment' then 2"),
                FIGURES.replace("else 0", "else 1"),
                FIGURES.replace("f.last_year,", "7,"),
                FIGURES.replace("f.yearly_target,", "7,"),
                FIGURES + " and f.indicator_code <> 'industrial_investment'")) {
            sql.refused(town.party, "the other figures stay", CONFIRM, CORRECT, COPY, figures);
        }
        sql.refused(town.party, "reasons stay", CONFIRM, CORRECT, COPY, FIGURES, """
                insert into submitted_reason (copy_id, county_id, township_id, field, rule, text)
                select id, county_id, township_id, 'profit', 'OUTLIER', 'x' from submitted_copy
                where township_id = :township and number = 2""");
        sql.refused(town.party, "becomes a copy", CONFIRM, CORRECT);
        sql.refused(town.party, "becomes a copy", CONFIRM);
        sql.refused(town.party, "figure_correction_is_next_copy", CONFIRM.replace("seen_copy + 1", "seen_copy + 2"));
    }

    @Test
    void onlyOrganizersTakeACorrectionBack() {
        town.at(MONTH, ReportStatus.APPROVED);
        proposed();
        String withdraw = "update figure_correction set withdrawn_at = now() where township_id = :township";

        sql.refused(town.party, "withdrawn_by_organizer", withdraw);
        sql.taken(town.county.second(), withdraw);
    }

    @Test
    void aCorrectionIsAboutATypedFigureOfAnApprovedReport() {
        given.issued(town.county, town.township, MONTH, Map.of("value_added", BigDecimal.TEN));
        town.at(MONTH, ReportStatus.SUBMITTED);
        sql.refused(organizer, "of_approved_figure", PROPOSE);

        approve();
        sql.taken(organizer, PROPOSE);
        sql.refused(organizer, "of_approved_figure", PROPOSE.replace("fixed_investment", "value_added"));
        sql.refused(organizer, "of_approved_figure", PROPOSE.replace("f.typed,\n", "f.typed + 5,\n"));
        sql.refused(organizer, "of_approved_figure", PROPOSE.replace("r.submissions, f.typed", "1, f.typed"));
        sql.refused(organizer, "of_approved_figure", PROPOSE.replace("now()", "timestamptz '2025-10-20'"));
    }

    @Test
    void anOrganizerStandsInFromTodayOn() {
        String name = """
                insert into review_stand_in (id, county_id, away_id, away_name, stand_in_id, stand_in_name, first_day, last_day,
                                             named_at)
                values (gen_random_uuid(), :county, acting_account(), acting_name(), '%s', 'x', acting_today() + %s,
                        acting_today() + %s, now())""";
        String second = town.county.second().user().accountId().toString();
        Person leader = given.person(Role.COUNTY_LEADER, town.county.id());
        Person foreign = given.county().first();

        sql.taken(organizer, name.formatted(second, "0", "3"));
        sql.refused(organizer, "by_organizer_from_now_on", name.formatted(second, "-9", "-1"));
        for (Person nobody : List.of(town.clerk, leader, foreign)) {
            sql.refused(
                    organizer,
                    "by_organizer_from_now_on",
                    name.formatted(nobody.user().accountId(), "0", "3"));
        }
    }

    private void proposed() {
        CurrentUser user = organizer.user();
        BigDecimal value = new BigDecimal(Months.REAL.get("fixed_investment")).add(BigDecimal.ONE);
        ScopeContext.run(
                user, () -> corrections.propose(user, town.township, MONTH, "fixed_investment", value, "统计局核定", ""));
    }

    private void approve() {
        town.sendBack(MONTH, Map.of());
        town.at(MONTH, ReportStatus.APPROVED);
    }

    private String copy(Months of, Period period) {
        return String.valueOf(database.owner()
                .queryForObject(
                        "select id from submitted_copy where township_id = ? and period = ?",
                        String.class,
                        of.township,
                        Months.day(period)));
    }
}
