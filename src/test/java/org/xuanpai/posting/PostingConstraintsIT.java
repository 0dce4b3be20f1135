package org.xuanpai.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.calendar.WorkingDayResult;
import org.xuanpai.calendar.WorkingDays;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.CurrentUser;

/** The rules once more, by SQL as the application's role and past the services: each refuses under its own name. */
@IntegrationTest
class PostingConstraintsIT {

    @Autowired
    private Given given;

    @Autowired
    private MutableClock clock;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Database database;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private WorkingDays workingDays;

    private TestCounty county;
    private UUID person;

    @BeforeEach
    void aCountyAndALeader() {
        clock.set("2026-03-02T09:00");
        county = given.county(2, 1, 0);
        person = given.countyLeader(county);
    }

    @ParameterizedTest
    @CsvSource({
        "PROPOSED, CITY_CONSENTED",
        "PROPOSED, DECIDED",
        "PROPOSED, NOTICE",
        "PROPOSED, ANNOUNCED",
        "DELIBERATED, PROPOSED",
        "DELIBERATED, RECOMMENDED",
        "DELIBERATED, NOTICE_CLOSED"
    })
    void noStateIsSkippedAndNoneComesBack(StepKind at, String to) {
        Appointments made = begun().upTo(at);
        refused("posting_legal_transition", "update posting set state = '" + to + "' where id = ?", made.posting);
    }

    @Test
    void everyStateIsProvedByItsStep() {
        Appointments made = begun();
        refused("posting_state_proved", "update posting set state = 'DELIBERATED' where id = ?", made.posting);
        refused("posting_state_proved", "update posting set state = 'WITHDRAWN' where id = ?", made.posting);
    }

    @Test
    void aPostingBeginsAsProposed() {
        Appointments made = begun();
        refused("posting_legal_transition", """
                insert into posting (id, version, county_id, round_id, person_id, person_name, township_id, taken_over, state, reasons,
                                     present_post, proposed_by, proposed_by_name, proposed_at)
                select gen_random_uuid(), 0, county_id, round_id, ?, 'x', township_id, false, 'INSPECTED', 'INDUSTRY', '', proposed_by,
                       'x', now()
                from posting where id = ?""", given.countyLeader(county), made.posting);
    }

    @Test
    void stepsAreInDateOrderAndNotOfADayToCome() {
        Appointments made = begun().upTo(StepKind.DELIBERATED);
        refused(
                "posting_steps_in_date_order",
                moved("CITY_CONSENTED", "date '2026-03-01'"),
                made.posting,
                made.posting);
        refused("posting_step_not_in_future", moved("CITY_CONSENTED", "date '2026-03-09'"), made.posting, made.posting);
        refused("posting_step_fits_state", step("DECIDED", "acting_today()", "9, 9, 9"), made.posting);
    }

    @Test
    void nothingIsWaivedThatTheCountyDoesNotLet() {
        Appointments made = begun();
        String waived =
                step("FILE_REVIEW", "acting_today()", "null, null, null").replace("null, acting", "'x', acting");
        refused("posting_step_may_be_waived", waived, made.posting);
        refused("posting_step_may_be_waived", waived.replace("'FILE_REVIEW'", "'TALK'"), made.posting);
    }

    @Test
    void aDecisionNeedsChecksAndQuorum() {
        Appointments made = begun().upTo(StepKind.INSPECTED);
        refused("posting_checks_before_decision", decided("11, 11, 11"), made.posting, made.posting);
        made.checks();
        for (String votes : new String[] {"11, 7, 7", "11, 8, 5", "11, 12, 12", "null, null, null"}) {
            refused("posting_step_quorum", decided(votes), made.posting, made.posting);
        }
    }

    @Test
    void aNoticeIsLongEnoughRunsFullyAndStays() {
        Appointments made = begun().upTo(StepKind.DECIDED);
        String notice = "update posting set state = 'NOTICE', notice_document = 'x', notice_covered = false,"
                + " notice_published = acting_today(), notice_from = acting_today() %s, notice_days = %d,"
                + " published_at = now(), designate_from = now() where id = ?";
        refused("posting_notice_length", notice.formatted("", 4), made.posting);
        refused("posting_notice_order", notice.formatted("- 1", 5), made.posting);
        refused("posting_notice_given", "update posting set state = 'NOTICE' where id = ?", made.posting);

        made.at(made.day().plusDays(1)).publish(made.day().plusDays(1));
        refused("posting_notice_stays", "update posting set notice_days = 6 where id = ?", made.posting);
        refused("posting_notice_stays", "update posting set notice_from = notice_from - 1 where id = ?", made.posting);
        made.at(LocalDate.of(2026, 3, 13));
        refused("posting_notice_ran_fully", moved("NOTICE_CLOSED", "acting_today()"), made.posting, made.posting);
    }

    @Test
    void anAnnouncementNeedsEachOfItsConditions() {
        Appointments made = begun().upTo(StepKind.NOTICE_CLOSED);
        String announced = """
                with moved as (
                    update posting set state = 'ANNOUNCED', term_from = acting_today(), expected_end = acting_today() + 700,
                                       office_from = acting_now() where id = ?)
                """;
        refused(
                "posting_office_with_announcement",
                "update posting set state = 'ANNOUNCED' where id = ?",
                made.posting);
        refusedTogether("posting_talk_and_papers", announced, made);
        made.papers();
        made.as(user -> made.objections.receive(user, made.posting, made.day(), ObjectionWay.VISIT, false, "x"));
        refusedTogether("posting_no_open_objection", announced, made);
        database.owner()
                .update(
                        "update objection set concluded_at = now(), conclusion = 'x', harmless = true, investigation = 'x'"
                                + " where posting_id = ?",
                        made.posting);
        database.owner().update("delete from person_office where person_id = ?", person);
        refusedTogether("posting_county_leaders_only", announced, made);
        given.type(county, county.township(), false, made.day());
        refusedTogether("posting_industrial_township_only", announced, made);
    }

    @Test
    void nobodyOutsideTheRoundSeesOrChangesAnythingOfIt() {
        Appointments made = begun().upTo(StepKind.INSPECTED);
        CurrentUser other = county.second().user();
        for (String table : new String[] {"posting", "posting_step"}) {
            String column = table.equals("posting") ? "id" : "posting_id";
            Integer seen = as(
                    other,
                    () -> jdbc.queryForObject(
                            "select count(*) from " + table + " where " + column + " = ?",
                            Integer.class,
                            made.posting));
            assertThat(seen).as(table).isZero();
        }
        assertThat(as(other, () -> jdbc.update("update posting set state = 'DECIDED'")))
                .isZero();
        assertThat(as(
                        other,
                        () -> jdbc.queryForObject(
                                "select count(*) from posting_round where id = ?", Integer.class, made.round)))
                .isZero();
    }

    @Test
    void anOfficeThatWasGivenOrEndedStaysSo() {
        Appointments made = begun().upTo(StepKind.ANNOUNCED);
        refused(
                "posting_office_stays",
                "update posting set office_from = office_from - interval '1 day' where id = ?",
                made.posting);
        made.as(user -> made.postings.end(
                user, made.posting, EndKind.EXPIRED, made.day().plusDays(9), made.entry()));
        refused(
                "posting_office_stays",
                "update posting set office_to = office_to + interval '1 year' where id = ?",
                made.posting);
        refused("posting_dates_in_order", "update posting set expected_end = term_from - 1 where id = ?", made.posting);
    }

    @Test
    void aProcedureIsNeverShorterThanTheRulesAndNeverWaivesTheDecision() {
        String insert = """
                insert into procedure_template (id, version, county_id, valid_from, waivable, notice_days, term_years, term_starts, votes,
                                                hotline, address, reason, proposed_by, proposed_by_name, proposed_at)
                values (gen_random_uuid(), 0, scope_id, date '2030-01-01', '%s', %d, 2, 'OFFICE', true, 'x', '', 'x', acting_account(), 'x',
                        now())""".replace("scope_id", "'" + county.id() + "'");
        refused("procedure_template_notice_length", insert.formatted("", 4));
        refused("procedure_template_waivable", insert.formatted("RECOMMENDED,DECIDED", 5));
        refused("procedure_template_waivable", insert.formatted("ANNOUNCED", 5));
    }

    /** The database counts as the calendar does, the vectors of the rules among them. */
    @Test
    void bothCountTheSameWorkingDays() {
        as(county.first().user(), () -> {
            for (LocalDate from = LocalDate.of(2025, 9, 1);
                    from.isBefore(LocalDate.of(2027, 2, 1));
                    from = from.plusDays(1)) {
                WorkingDayResult java = workingDays.nth(from, 5);
                LocalDate last = jdbc.queryForObject("select nth_working_day(?, 5)", LocalDate.class, from);
                assertThat(last).as("from %s", from).isEqualTo(java.date());
                assertThat(jdbc.queryForObject("select working_days_are_known(?, ?)", Boolean.class, from, last))
                        .as("from %s", from)
                        .isEqualTo(!java.provisional());
            }
            return 0;
        });
    }

    private Appointments begun() {
        return new Appointments(beans, county, person, county.township());
    }

    private static String step(String kind, String day, String votes) {
        return """
                insert into posting_step (posting_id, position, county_id, kind, on_day, body, document, note, due, present, agree, waived,
                                          recorded_by, recorded_by_name, recorded_at)
                select id, 90, county_id, '%s', %s, '', '', '', %s, null, acting_account(), 'x', now() from posting where id = ?""".formatted(kind, day, votes);
    }

    /** The state and its step in one act. */
    private static String moved(String kind, String day) {
        return "update posting set state = '" + kind + "' where id = ?; " + step(kind, day, "null, null, null");
    }

    private static String decided(String votes) {
        return "update posting set state = 'DECIDED' where id = ?; " + step("DECIDED", "acting_today()", votes);
    }

    private void refusedTogether(String rule, String announced, Appointments made) {
        String update = announced.substring(announced.indexOf("update"), announced.lastIndexOf(')'));
        refused(
                rule,
                update + "; " + step("ANNOUNCED", "acting_today()", "null, null, null"),
                made.posting,
                made.posting);
    }

    private void refused(String rule, String sql, Object... parameters) {
        CurrentUser organizer = county.first().user();
        assertThatThrownBy(() -> as(organizer, () -> {
                    int at = 0;
                    for (String statement : sql.split("; ")) {
                        long marks = statement.chars().filter(c -> c == '?').count();
                        jdbc.update(statement, Arrays.copyOfRange(parameters, at, at + (int) marks));
                        at += (int) marks;
                    }
                    return 0;
                }))
                .as(sql)
                .hasStackTraceContaining(rule);
    }

    private <T> T as(CurrentUser user, Supplier<T> work) {
        return Objects.requireNonNull(
                ScopeContext.call(user, () -> new TransactionTemplate(transactions).execute(tx -> work.get())));
    }
}
