package org.xuanpai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.division.ProposeReorganisation;
import org.xuanpai.division.Reorganise;
import org.xuanpai.division.service.ReorganisationService;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/** What the application's role sees without anybody acting: nothing, but for what {@code docs/access.md} lists. */
@IntegrationTest
class RowSecurityIT {

    @Autowired
    private Database database;

    @Autowired
    private Given given;

    @Autowired
    private ReorganisationService reorganisations;

    @BeforeEach
    void everyTableHasARow() {
        TestCounty county = given.county(2, 0, 1);
        Person secretary = given.person(Role.PARTY_SECRETARY, county.township());
        given.targets(county, county.township(), 2026, Map.of("value_added", BigDecimal.TEN));
        issuedFigures(county, secretary);
        reviewedReport(county, secretary);
        job(county);
        people(county);
        postings(county);
        new Reorganise(reorganisations)
                .done(
                        county,
                        Reorganise.mergeAsNew(
                                new ProposeReorganisation.Part(county.code() + "110", "\u5408\u6c34\u9547", true),
                                LocalDate.of(2026, 7, 15),
                                county.townships().get(0),
                                county.townships().get(1)));
        database.owner()
                .update(
                        """
                        insert into password_reset (id, account_id, username, display_name, of_administrator, proposed_by,
                                                    proposed_by_name, proposed_role, proposed_at, expires_at)
                        values (?, ?, 'x', 'x', false, ?, 'x', 'SYSTEM_ADMIN', now(), now() + interval '1 hour')""",
                        Ids.next(),
                        secretary.user().accountId(),
                        county.first().user().accountId());
        database.owner()
                .update(
                        "insert into submit_token (token, account_id, payload_hash, used_at) values (?, ?, '\\x00', now())",
                        Ids.next(),
                        secretary.user().accountId());
    }

    @Test
    void tablesWithoutRowLevelSecurityAreListed() {
        assertThat(tables("not (c.relrowsecurity and c.relforcerowsecurity)"))
                .containsExactlyInAnyOrderElementsOf(
                        AccessTable.read(AccessTable.TABLES_WITHOUT).keySet());
    }

    @Test
    void withoutAnybodyActingNoTableShowsARow() {
        Set<String> open = AccessTable.read(AccessTable.TABLES_FOR_ALL).keySet();
        assertThat(tables("c.relrowsecurity"))
                .contains(open.toArray(String[]::new))
                .allSatisfy(table -> {
                    assertThat(rows(database.owner(), table))
                            .as("%s has rows", table)
                            .isPositive();
                    if (open.contains(table)) {
                        assertThat(rows(database.application(), table))
                                .as("%s is open", table)
                                .isPositive();
                    } else {
                        assertThat(rows(database.application(), table))
                                .as(table)
                                .isZero();
                    }
                });
    }

    @Test
    void secretsCannotBeReadAtAll() {
        assertThat(List.of("credential", "set_up", "one_time_link"))
                .allSatisfy(table -> assertThat(database.owner()
                                .queryForObject(
                                        "select has_table_privilege(?, ?, 'select')",
                                        Boolean.class,
                                        database.applicationLogin().user(),
                                        table))
                        .as(table)
                        .isFalse());
    }

    @Test
    void viewsShowWhatTheAskingRoleMaySee() {
        assertThat(database.owner().query("""
                                select c.relname from pg_class c
                                where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
                                  and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']""", (row, number) -> row.getString("relname")))
                .isEmpty();
    }

    @Test
    void functionsThatRunAsTheOwnerAreListedAndHaveAFixedSearchPath() {
        List<String> functions = database.owner().query("""
                        select p.proname from pg_proc p
                        where p.pronamespace = 'public'::regnamespace and p.prosecdef""", (row, number) -> row.getString("proname"));
        assertThat(functions)
                .containsExactlyInAnyOrderElementsOf(
                        AccessTable.read(AccessTable.OWNER_FUNCTIONS).keySet());
        assertThat(database.owner().query("""
                                select p.proname from pg_proc p
                                where p.pronamespace = 'public'::regnamespace and p.prosecdef
                                  and not coalesce(p.proconfig, '{}') && array['search_path=pg_catalog, public, pg_temp']""", (row, number) -> row.getString("proname")))
                .isEmpty();
    }

    /** Without a place in the search path, temporary tables come first. */
    @Test
    void aTemporaryTableDoesNotStandInForTheTipOfTheTrail() {
        UUID mark = Ids.next();
        database.application().execute((Connection connection) -> {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("create temporary table trail_tip (seq bigint, hash bytea) on commit drop");
                statement.execute("insert into trail_tip values (900000000, '\\x00')");
                statement.execute("grant all on trail_tip to public");
                statement.execute("""
                        insert into trail_entry (at, actor_name, role, unit_name, action, outcome, subject, subject_id, details)
                        values (now(), '', '', '', 'refused', 'REFUSED', '', '%s', '')""".formatted(mark));
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return null;
        });

        assertThat(database.owner().queryForObject("""
                        select seq = (select seq from trail_tip) from trail_entry where subject_id = ?""", Boolean.class, mark.toString()))
                .isTrue();
    }

    /** Tables of the schema that meet a condition on {@code pg_class c}. */
    private List<String> tables(String condition) {
        return database.owner()
                .query(
                        "select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace"
                                // made by another test
                                + " and c.relname <> 'row_level_sample' and c.relkind in ('r', 'p') and " + condition,
                        (row, number) -> row.getString("relname"));
    }

    /** How many rows a role sees; a table it may not read at all shows none. */
    private static int rows(JdbcTemplate as, String table) {
        try {
            Integer rows = as.queryForObject("select count(*) from " + table, Integer.class);
            return rows == null ? 0 : rows;
        } catch (DataAccessException denied) {
            assertThat(denied).rootCause().hasMessageContaining("permission denied");
            return 0;
        }
    }

    private void issuedFigures(TestCounty county, Person secretary) {
        given.issued(county, county.township(), Period.of(2025, 10), Map.of("value_added", BigDecimal.TEN));
        database.owner()
                .update(
                        """
                insert into figure_objection (id, county_id, township_id, issuer, indicator_code, period, figure_version, reason,
                                              raised_by, raised_by_name, raised_at)
                values (?, ?, ?, 'STATISTICS', 'value_added', date '2025-10-01', 1, 'x', ?, 'x', now())""",
                        Ids.next(),
                        county.id(),
                        county.township(),
                        secretary.user().accountId());
        database.owner()
                .update("""
                insert into typed_setting (id, county_id, indicator_code, typed, valid_from, proposed_by, proposed_by_name, proposed_at)
                values (?, ?, 'value_added', 'MONTH', date '2030-02-01', ?, 'x', now())""", Ids.next(), county.id(), county.first().user().accountId());
    }

    private void people(TestCounty county) {
        JdbcTemplate owner = database.owner();
        UUID person = Ids.next();
        UUID office = Ids.next();
        UUID first = county.first().user().accountId();
        owner.update("""
                insert into person (id, county_id, name, pinyin, sex, birth_month, education)
                values (?, ?, 'x', 'x', 'MALE', date '1975-06-01', 'x')""", person, county.id());
        owner.update("""
                insert into person_office (id, county_id, person_id, kind, title, valid_from, proposed_by, proposed_by_name, proposed_at)
                values (?, ?, ?, 'DEPUTY_COUNTY_HEAD', 'x', date '2020-01-01', ?, 'x', now())""", office, county.id(), person, first);
        owner.update("""
                insert into person_office_end (id, county_id, office_id, ends_on, reason, proposed_by, proposed_by_name, proposed_at)
                values (?, ?, ?, date '2025-01-01', 'x', ?, 'x', now())""", Ids.next(), county.id(), office, first);
        owner.update("""
                insert into person_portfolio (id, county_id, person_id, work, valid_from, entered_by, entered_by_name, entered_at)
                values (?, ?, ?, 'x', date '2020-01-01', ?, 'x', now())""", Ids.next(), county.id(), person, first);
        owner.update("""
                insert into person_assignment (id, county_id, person_id, kind, township_id, valid_from, document, proposed_by,
                                               proposed_by_name, proposed_at)
                values (?, ?, ?, 'LIAISON', ?, date '2020-01-01', 'x', ?, 'x', now())""", Ids.next(), county.id(), person, county.township(), first);
    }

    private void postings(TestCounty county) {
        JdbcTemplate owner = database.owner();
        UUID round = Ids.next();
        UUID posting = Ids.next();
        UUID first = county.first().user().accountId();
        UUID person = given.countyLeader(county);
        owner.update("""
                insert into procedure_template (id, version, county_id, valid_from, waivable, notice_days, term_years, term_starts,
                                                votes, hotline, address, reason, proposed_by, proposed_by_name, proposed_at)
                values (?, 0, ?, date '2030-01-01', '', 5, 2, 'OFFICE', true, 'x', '', 'x', ?, 'x', now())""", Ids.next(), county.id(), first);
        owner.update("""
                insert into posting_round (id, version, county_id, title, opened_by, opened_by_name, opened_at)
                values (?, 0, ?, 'x', ?, 'x', now())""", round, county.id(), first);
        owner.update("insert into round_organizer values (?, ?, ?, 'x', now())", round, county.id(), first);
        owner.update("""
                insert into posting (id, version, county_id, round_id, person_id, person_name, township_id, taken_over, state, reasons,
                                     present_post, proposed_by, proposed_by_name, proposed_at)
                values (?, 0, ?, ?, ?, 'x', ?, false, 'PROPOSED', 'INDUSTRY', '', ?, 'x', now())""", posting, county.id(), round, person, county.township(), first);
        owner.update("""
                insert into posting_step (posting_id, position, county_id, kind, on_day, body, document, note, recorded_by,
                                          recorded_by_name, recorded_at)
                values (?, 0, ?, 'PROPOSED', date '2026-01-01', '', '', '', ?, 'x', now())""", posting, county.id(), first);
        owner.update("""
                insert into objection (id, version, posting_id, round_id, county_id, received_on, way, anonymous, content, handler_id,
                                       handler_name, investigation, recorded_by, recorded_at)
                values (?, 0, ?, ?, ?, date '2026-01-01', 'CALL', true, 'x', ?, 'x', '', ?, now())""", Ids.next(), posting, round, county.id(), first, first);
    }

    private void job(TestCounty county) {
        UUID job = Ids.next();
        database.owner().update("""
                insert into job (id, kind, county_id, account_id, account_name, argument, state, asked_at, alive_at, ended_at)
                values (?, 'x', ?, ?, 'x', '', 'DONE', now(), now(), now())""", job, county.id(), county.first().user().accountId());
        database.owner().update("insert into job_file values (?, 0, ?, 'x', '')", job, county.id());
        database.owner().update("insert into job_line values (?, 0, ?, 'x', 'x', 'x', null)", job, county.id());
    }

    private void reviewedReport(TestCounty county, Person secretary) {
        JdbcTemplate owner = database.owner();
        UUID report = Ids.next();
        UUID copy = Ids.next();
        UUID review = Ids.next();
        UUID township = county.township();
        UUID submitter = secretary.user().accountId();
        owner.update("""
                insert into monthly_report (id, county_id, township_id, period, status, status_since, status_by_name, submissions,
                                            first_submitted_at, saved_at, saved_by_name)
                values (?, ?, ?, date '2026-10-01', 'SUBMITTED', now(), 'x', 1, now(), now(), 'x')""", report, county.id(), township);
        owner.update("""
                insert into report_figure (report_id, county_id, township_id, indicator_code, typed)
                select ?, ?, ?, min(code), 1 from indicator where source = 'TOWNSHIP'""", report, county.id(), township);
        owner.update("""
                insert into report_text (report_id, county_id, township_id, field, text)
                values (?, ?, ?, 'ABSENCE', 'x')""", report, county.id(), township);
        owner.update("""
                insert into report_edit (report_id, county_id, township_id, field, edited_by, edited_by_name, edited_at)
                values (?, ?, ?, 'ABSENCE', ?, 'x', now())""", report, county.id(), township, submitter);
        owner.update("""
                insert into report_intent (report_id, county_id, township_id, field, page, account_id, number, value_hash)
                values (?, ?, ?, 'ABSENCE', gen_random_uuid(), ?, 1, '\\x00')""", report, county.id(), township, submitter);
        owner.update("""
                insert into report_reason (report_id, county_id, township_id, field, rule, text)
                values (?, ?, ?, 'value_added', 'OUTLIER', 'x')""", report, county.id(), township);
        owner.update("""
                insert into submitted_copy (id, report_id, number, county_id, township_id, period, submitted_by,
                        submitted_by_name, submitted_at, achievements, absence, party_secretary_part, behind_note)
                values (?, ?, 1, ?, ?, date '2026-10-01', ?, 'x', now(), '', '', '', '')""", copy, report, county.id(), township, submitter);
        owner.update("""
                insert into submitted_figure (copy_id, indicator_code, county_id, township_id, typed)
                select ?, min(code), ?, ?, 1 from indicator""", copy, county.id(), township);
        owner.update("""
                insert into submitted_reason (copy_id, county_id, township_id, field, rule, text)
                values (?, ?, ?, 'value_added', 'OUTLIER', 'x')""", copy, county.id(), township);
        owner.update(
                """
                insert into report_review (id, copy_id, county_id, township_id, outcome, reason, submitted_by, reviewer_id,
                                           reviewer_name, reviewed_at)
                values (?, ?, ?, ?, 'RETURNED', 'x', ?, ?, 'x', now())""",
                review,
                copy,
                county.id(),
                township,
                submitter,
                county.first().user().accountId());
        owner.update(
                "insert into review_mark (review_id, county_id, township_id, field, note) values (?, ?, ?, 'absence', '')",
                review,
                county.id(),
                township);
        afterApproval(county, report, copy);
    }

    private void afterApproval(TestCounty county, UUID report, UUID copy) {
        JdbcTemplate owner = database.owner();
        UUID lock = Ids.next();
        UUID correction = Ids.next();
        UUID township = county.township();
        UUID first = county.first().user().accountId();
        UUID second = county.second().user().accountId();
        owner.update("""
                insert into month_lock (id, county_id, period, locked_by, locked_by_name, locked_at)
                values (?, ?, date '2026-10-01', ?, 'x', now())""", lock, county.id(), first);
        owner.update("""
                insert into month_lock_unit (lock_id, county_id, township_id, township, missing)
                values (?, ?, ?, 'x', true)""", lock, county.id(), township);
        owner.update("""
                insert into report_closing (township_id, period, county_id, reason, closed_by, closed_by_name, closed_at)
                values (?, date '2020-10-01', ?, 'x', ?, 'x', now())""", township, county.id(), first);
        owner.update("""
                insert into month_reopening (id, county_id, period, reason, proposed_by, proposed_by_name, proposed_at)
                values (?, ?, date '2026-10-01', 'x', ?, 'x', now())""", Ids.next(), county.id(), first);
        owner.update("""
                insert into figure_correction (id, report_id, county_id, township_id, period, indicator_code, seen_copy, old_value,
                                               new_value, note, proposed_by, proposed_by_name, proposed_at)
                select ?, ?, ?, ?, date '2026-10-01', min(code), 1, 1, 2, 'x', ?, 'x', now() from indicator""", correction, report, county.id(), township, first);
        owner.update("""
                insert into figure_revision (id, copy_id, indicator_code, county_id, township_id, correction_id, revised_at)
                select ?, ?, min(code), ?, ?, ?, now() from indicator""", Ids.next(), copy, county.id(), township, correction);
        owner.update("""
                insert into review_stand_in (id, county_id, away_id, away_name, stand_in_id, stand_in_name, first_day, last_day,
                                             named_at)
                values (?, ?, ?, 'x', ?, 'x', date '2026-10-01', date '2026-10-02', now())""", Ids.next(), county.id(), first, second);
        owner.update("""
                insert into report_reminder (id, county_id, township_id, period, working_day, sent_by, sent_by_name, sent_at)
                values (?, ?, ?, date '2026-10-01', date '2026-11-11', ?, 'x', now())""", Ids.next(), county.id(), township, first);
    }
}
