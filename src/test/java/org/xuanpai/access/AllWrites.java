package org.xuanpai.access;

import static org.xuanpai.access.Who.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The table of {@link PolicyWritesIT}: who writes what into every table that row-level security keeps, and what no person may say
 * alone. A table is added with the row as whoever may would write it, a line for that, and one line for each thing its policies
 * ask for. The tables stand in the order in which their rows refer to each other.
 */
final class AllWrites {

    /** What happens now is not said to have happened then. */
    private static final String LONG_AGO = "%s = timestamptz '2025-10-20'";

    /** Why there is no line that a policy, or one condition of it, alone refuses. */
    static final Map<String, String> WITHOUT_LINE = new TreeMap<>();

    static {
        String townshipRoles =
                ": acting_role() = ANY (ARRAY['TOWNSHIP_CLERK'::text, 'PARTY_SECRETARY'::text, 'FIRST_SECRETARY'::text])";
        String organizers = ": acting_role() = 'COUNTY_ORGANIZER'::text";
        String ownCounty = ": county_id = ANY (scope_ids('counties'::text))";
        String ownTownship = ": township_id = ANY (scope_ids('townships'::text))";
        without("trail_entry.everybody_adds", "whoever acts writes the trail, also before log-in");
        without(
                "figure_correction.proposed_by_organizer" + ownCounty,
                "no organizer of another county sees the report it is about");
        without(
                "month_lock_unit.locked_with_month" + ownCounty,
                "no organizer of another county sees the lock it belongs to");
        without(
                "review_stand_in.named_by_who_is_away" + ownCounty,
                "no organizer of another county sees the duty of who stands in");
        without(
                "person_office_end.proposed_by_organizer" + ownCounty,
                "no organizer of another county sees the office that ends");
        without("calendar_day.organizer_proposes" + organizers, "nobody else sees the proposed year it belongs to");
        without(
                "figure_objection.raised_by_township" + ownTownship,
                "nobody else in these roles sees the issued figure it is about");
        without("monthly_report.begun_by_township" + townshipRoles, "no other role has a township in its scope");
        without("monthly_report.written_by_township" + townshipRoles, "no other role has a township in its scope");
        without(
                "monthly_report.corrected_by_party_secretary: status = 'APPROVED'::text",
                "the trigger keeps a township from every other status that another policy does not allow");
        without(
                "submitted_copy.handed_in_by_party_secretary" + ownTownship,
                "no Party secretary of another township sees the report it is of");
        without(
                "report_review.judged_by_organizer" + ownCounty,
                "no organizer of another county sees the copy it is about");
    }

    private static void without(String name, String reason) {
        WITHOUT_LINE.put(name, reason);
    }

    private final List<Writes> all = new ArrayList<>();

    private AllWrites() {}

    static List<Writes> list() {
        AllWrites writes = new AllWrites();
        writes.trail();
        writes.accounts();
        writes.calendar();
        writes.land();

        writes.jobs();
        writes.targets();
        writes.checks();
        writes.people();
        writes.postings();
        writes.assignments();
        writes.issuedFigures();
        writes.reports();
        writes.reportsInHand();
        writes.corrections();
        writes.copies();
        writes.reviews();
        writes.closing();
        return writes.all;
    }

    /** A table with the row as whoever may would write it. */
    private Writes on(String table, String usual) {
        Writes writes = new Writes(table, usual);
        all.add(writes);
        return writes;
    }

    private static String confirm(String table, String by) {
        return "update " + table + " set confirmed_by = " + by
                + ", confirmed_by_name = 'x', confirmed_at = acting_now()";
    }

    /** What two organizers decide: proposed by one as oneself, confirmed by whoever acts or withdrawn, and then no more. */
    private static Writes proposal(Writes writes, String open, String confirmed, String withdrawn) {
        String table = writes.table;
        String confirmation = "confirmed_by = :somebody, confirmed_by_name = 'x', confirmed_at = acting_now()";
        return writes.there("proposed_by = :somebody, id = :" + table + "_open, " + open)
                .there("proposed_by = :another, id = :" + table + "_confirmed, " + confirmation + ", " + confirmed)
                .there("proposed_by = :somebody, id = :" + table + "_withdrawn, withdrawn_at = acting_now(), "
                        + withdrawn)
                .inserted("", ORGANIZERS)
                .inserted("proposed_by = :somebody", NONE)
                .inserted(confirmation, NONE)
                .inserted("withdrawn_at = acting_now()", NONE)
                .changed("update " + table + " set withdrawn_at = acting_now()", ORGANIZERS)
                .changed(confirm(table, ":me") + " where id = :" + table + "_open", ORGANIZERS)
                .changed(confirm(table, ":somebody") + " where id = :" + table + "_open", NONE)
                .changed(confirm(table, ":me") + " where id = :" + table + "_confirmed", NONE)
                .changed("update " + table + " set version = 7 where id = :" + table + "_withdrawn", NONE);
    }

    private void trail() {
        on(
                        "trail_entry",
                        "at = acting_now(), actor_id = acting_account(), actor_name = coalesce(acting_name(), 'x'),"
                                + " role = coalesce(acting_role(), ''), unit_name = '', action = 'report.approved',"
                                + " outcome = 'DONE', subject = '', subject_id = '', details = ''")
                .inserted("", and(WHOEVER_ACTS, NOBODY))
                .inserted("actor_id = :somebody", NONE)
                .inserted("actor_name = 'x'", WHOEVER_HAS_NO_ACCOUNT)
                .inserted("role = 'x'", NONE)
                .inserted(LONG_AGO.formatted("at"), NONE);
    }

    private void accounts() {
        on(
                        "account",
                        "id = gen_random_uuid(), username = 'policy-writes', display_name = 'x', created_at = acting_now()")
                .inserted("", only(SYSTEM_ADMIN, SYSTEM_SETUP))
                .changed("update account set display_name = 'y' where id = :colleague", only(SYSTEM_ADMIN));
        on(
                        "duty",
                        "id = gen_random_uuid(), account_id = :colleague, role = 'BUREAU', unit_id = :county, unit_name = 'x',"
                                + " county_id = :county, valid_from = acting_now(), granted_by = :me, granted_by_name = 'x'")
                .inserted("", only(SECURITY_ADMIN, SYSTEM_SETUP))
                .changed("update duty set ended_by_name = 'x' where account_id = :colleague", only(SECURITY_ADMIN))
                .alike("duty_not_granted_to_oneself", "granted_by = :colleague");
        on(
                        "one_time_link",
                        "token_hash = '\\x01', account_id = :colleague, issued_at = acting_now(),"
                                + " expires_at = acting_now() + interval '1 hour'")
                .inserted("", only(SYSTEM_ADMIN, SYSTEM_SETUP));
        on(
                        "password_reset",
                        "id = gen_random_uuid(), account_id = :colleague, username = 'x', display_name = 'x',"
                                + " of_administrator = false, proposed_by = :me, proposed_by_name = 'x',"
                                + " proposed_role = 'SYSTEM_ADMIN', proposed_at = acting_now(),"
                                + " expires_at = acting_now() + interval '1 hour'")
                .there("id = :reset, account_id = :second, proposed_by = :somebody")
                .there("id = :refused_reset, proposed_by = :somebody, refused_by = :another, refused_by_name = 'x',"
                        + " refused_at = acting_now()")
                .there(
                        "id = :used_reset, proposed_by = :somebody, used_at = acting_now(), confirmed_by = :another,"
                                + " confirmed_by_name = 'x', confirmed_role = 'SECURITY_ADMIN', confirmed_at = acting_now(), code_hash = ''")
                .inserted("", only(SYSTEM_ADMIN))
                .inserted("proposed_by = :somebody", NONE)
                .inserted("of_administrator = true", NONE)
                .inserted("used_at = acting_now()", NONE)
                .inserted(
                        "confirmed_by = :another, confirmed_by_name = 'x', confirmed_role = 'SECURITY_ADMIN',"
                                + " confirmed_at = acting_now(), code_hash = ''",
                        NONE)
                .changed(
                        "update password_reset set refused_by = :me, refused_by_name = 'x', refused_at = acting_now()"
                                + " where id = :reset",
                        ADMINISTRATORS)
                .changed(
                        "update password_reset set refused_by = :somebody, refused_by_name = 'x', refused_at = acting_now()"
                                + " where id = :reset",
                        NONE)
                .changed("update password_reset set refused_by = :me where id = :refused_reset", NONE)
                .changed("update password_reset set refused_by = :me where id = :used_reset", NONE)
                .changed("update password_reset set refused_by = :me", NONE, ADMINISTRATORS)
                .alike(
                        "password_reset_second_person",
                        "proposed_by = :somebody, confirmed_by = :somebody, confirmed_by_name = 'x',"
                                + " confirmed_role = 'SECURITY_ADMIN', confirmed_at = acting_now(), code_hash = ''")
                .alike("password_reset_not_ones_own", "proposed_by = :colleague")
                .alike(
                        "password_reset_second_role",
                        "of_administrator = true, proposed_role = 'SECURITY_ADMIN', proposed_by = :somebody,"
                                + " confirmed_by = :another, confirmed_by_name = 'x', confirmed_role = 'SECURITY_ADMIN',"
                                + " confirmed_at = acting_now(), code_hash = ''");
        on("submit_token", "token = gen_random_uuid(), account_id = :me, payload_hash = '', used_at = acting_now()")
                .inserted("", WHOEVER_ACTS)
                .inserted("account_id = :somebody", NONE);
    }

    private void calendar() {
        on(
                        "calendar_year",
                        "id = gen_random_uuid(), version = 0, year = 2097, papers = 'x', status = 'PROPOSED', shipped = false,"
                                + " proposed_by = :me, proposed_by_name = 'x', proposed_at = acting_now()")
                .there("id = :year, year = 2098, proposed_by = :somebody")
                .there("id = :withdrawn_year, status = 'WITHDRAWN', proposed_by = :somebody")
                .inserted("", ORGANIZERS_ANYWHERE)
                .inserted("status = 'WITHDRAWN'", NONE)
                .inserted("proposed_by = :somebody", NONE)
                .changed("update calendar_year set status = 'WITHDRAWN'", ORGANIZERS_ANYWHERE)
                .changed(
                        "update calendar_year set status = 'IN_EFFECT', confirmed_by = :another, confirmed_by_name = 'x',"
                                + " confirmed_at = acting_now() where id = :year",
                        NONE)
                .changed("update calendar_year set status = 'PROPOSED' where id = :withdrawn_year", NONE)
                .alike(
                        "calendar_year_two_persons",
                        "proposed_by = :somebody, confirmed_by = :somebody, confirmed_by_name = 'x', confirmed_at = acting_now()");
        on("calendar_day", "calendar_year_id = :year, day = date '2098-05-01', day_off = true, name = 'x'")
                .inserted("", ORGANIZERS_ANYWHERE)
                .inserted("calendar_year_id = :withdrawn_year", NONE);
    }

    private void land() {
        on(
                        "division",
                        "id = :new_unit, code = '999999901', name = 'x', level = 'TOWNSHIP', parent_id = :county,"
                                + " city_id = :city, county_id = :county, township_id = :new_unit,"
                                + " valid_from = date '2020-01-01', source = 'LIST', listed_as_of = date '2020-01-01'")
                .inserted("", and(ORGANIZERS, SYSTEM_IMPORTER))
                .there("id = :ended, code = '999999904', township_id = :ended, valid_to = date '2021-01-01'")
                .inserted("source = 'LOCAL'", only(SYSTEM_IMPORTER))
                .inserted(
                        "level = 'COUNTY', code = '999999', parent_id = :city, id = :county, township_id = null",
                        NONE,
                        only(SYSTEM_IMPORTER))
                .changed(
                        "update division set changed_locally_at = acting_now() where id = :township",
                        and(ORGANIZERS, SYSTEM_IMPORTER));
        on(
                        "reorganisation",
                        "id = gen_random_uuid(), county_id = :county, kind = 'ADD', effective_on = date '2030-01-01',"
                                + " reason = 'x', proposed_by = :me, proposed_by_name = 'x', proposed_at = acting_now()")
                .there("id = :reorganisation, proposed_by = :organizer")
                .there("id = :confirmed_reorganisation, proposed_by = :organizer, confirmed_by = :second,"
                        + " confirmed_by_name = 'x', confirmed_at = acting_now()")
                .there("id = :withdrawn_reorganisation, proposed_by = :organizer, withdrawn_at = acting_now()")
                .inserted("", ORGANIZERS)
                .inserted("proposed_by = :somebody", NONE)
                .inserted("confirmed_by = :somebody, confirmed_by_name = 'x', confirmed_at = acting_now()", NONE)
                .inserted("withdrawn_at = acting_now()", NONE)
                .changed(confirm("reorganisation", ":me"), only(SECOND_ORGANIZER), only(ORGANIZER))
                .changed("update reorganisation set withdrawn_at = acting_now()", only(ORGANIZER))
                .changed(confirm("reorganisation", ":somebody") + " where id = :reorganisation", NONE)
                .changed("update reorganisation set version = 7 where id = :confirmed_reorganisation", NONE)
                .changed("update reorganisation set version = 7 where id = :withdrawn_reorganisation", NONE)
                .alike(
                        "reorganisation_two_persons",
                        "proposed_by = :somebody, confirmed_by = :somebody, confirmed_by_name = 'x', confirmed_at = acting_now()");
        on(
                        "reorganisation_unit",
                        "reorganisation_id = :reorganisation, position = 0, county_id = :county, unit_id = :new_unit,"
                                + " effect = 'ENDS', level = 'TOWNSHIP'")
                .there("position = 1, unit_id = :unit_of_proposal")
                .inserted("", only(ORGANIZER, ORGANIZER_AS_LEADER))
                .inserted("reorganisation_id = :confirmed_reorganisation", NONE)
                .inserted("open = false", NONE)
                .changed("update reorganisation_unit set open = false", ORGANIZERS)
                .changed("update reorganisation_unit set open = true", NONE);
        on(
                        "division_version",
                        "id = gen_random_uuid(), unit_id = :next_door, county_id = :county, code = '999999902', name = 'x',"
                                + " parent_id = :county, valid_from = date '2020-01-01',"
                                + " reorganisation_id = :confirmed_reorganisation")
                .there("id = :version_now, unit_id = :village, code = '999999999903', parent_id = :township")
                .there("id = :version_then, unit_id = :village, code = '999999999903', parent_id = :township,"
                        + " valid_from = date '2019-01-01', valid_to = date '2020-01-01'")
                .inserted("", only(SECOND_ORGANIZER))
                .changed("update division_version set valid_to = date '2030-01-01' where id = :version_now", ORGANIZERS)
                .changed("update division_version set valid_to = date '2019-06-01' where id = :version_then", NONE)
                .changed("update division_version set valid_to = null where id = :version_now", NONE);
        on(
                        "division_succession",
                        "predecessor_id = :township, successor_id = :next_door, county_id = :county, kind = 'SPLIT',"
                                + " effective_on = date '2030-01-01', decided_at = acting_now(),"
                                + " reorganisation_id = :confirmed_reorganisation")
                .inserted("", only(SECOND_ORGANIZER))
                .alike("division_succession_of_two", "successor_id = :township");
        on(
                        "township_type",
                        "id = gen_random_uuid(), county_id = :county, township_id = :township, industrial = true,"
                                + " valid_from = date '2030-01-01', reason = 'x', proposed_by = :me, proposed_by_name = 'x',"
                                + " proposed_at = acting_now()")
                .there("id = :type, township_id = :next_door, proposed_by = :organizer")
                .there(
                        "id = :confirmed_type, township_id = :next_door, proposed_by = :organizer, confirmed_by = :second,"
                                + " valid_from = date '2029-01-01',"
                                + " confirmed_by_name = 'x', confirmed_at = acting_now()")
                .there(
                        "id = :withdrawn_type, township_id = :next_door, proposed_by = :organizer, withdrawn_at = acting_now()")
                .inserted("", ORGANIZERS)
                .inserted("township_id = :other_township", NONE)
                .inserted("proposed_by = :somebody", NONE)
                .inserted("withdrawn_at = acting_now()", NONE)
                .inserted(
                        "proposed_by = :somebody, confirmed_by = :me, confirmed_by_name = 'x', confirmed_at = acting_now()",
                        NONE)
                .changed(confirm("township_type", ":me"), only(SECOND_ORGANIZER), only(ORGANIZER))
                .changed("update township_type set withdrawn_at = acting_now()", only(ORGANIZER))
                .changed(confirm("township_type", ":somebody") + " where id = :type", NONE)
                .changed("update township_type set version = 7 where id = :confirmed_type", NONE)
                .changed("update township_type set version = 7 where id = :withdrawn_type", NONE)
                .alike(
                        "township_type_two_persons",
                        "proposed_by = :somebody, confirmed_by = :somebody, confirmed_by_name = 'x', confirmed_at = acting_now()");
    }

    private void postings() {
        String second = "confirmed_by = :another, confirmed_by_name = 'x', confirmed_at = acting_now()";
        on(
                        "procedure_template",
                        "id = gen_random_uuid(), version = 0, county_id = :other_county, valid_from = date '2030-01-01',"
                                + " waivable = '', notice_days = 5, term_years = 2, term_starts = 'OFFICE', votes = true,"
                                + " hotline = 'x', address = '', reason = 'x', proposed_by = :me, proposed_by_name = 'x',"
                                + " proposed_at = acting_now()")
                .there("id = :template, county_id = :county, proposed_by = :organizer")
                .there(
                        "id = :confirmed_template, county_id = :county, valid_from = date '2031-01-01', proposed_by = :organizer, confirmed_by = :second,"
                                + " confirmed_by_name = 'x', confirmed_at = acting_now()")
                .there(
                        "id = :withdrawn_template, county_id = :county, proposed_by = :organizer, withdrawn_at = acting_now()")
                .inserted("", only(OTHER_ORGANIZER, ORGANIZER_ELSEWHERE))
                .inserted("proposed_by = :somebody", NONE)
                .inserted(second, NONE)
                .inserted("withdrawn_at = acting_now()", NONE)
                .changed(confirm("procedure_template", ":me"), only(SECOND_ORGANIZER), only(ORGANIZER))
                .changed("update procedure_template set withdrawn_at = acting_now()", only(ORGANIZER))
                .changed(confirm("procedure_template", ":somebody") + " where id = :template", NONE)
                .changed("update procedure_template set version = 7 where id = :confirmed_template", NONE)
                .changed("update procedure_template set version = 7 where id = :withdrawn_template", NONE)
                .alike(
                        "procedure_template_two_persons",
                        "confirmed_by = :me, confirmed_by_name = 'x', confirmed_at = acting_now()");
        on(
                        "posting_round",
                        "id = gen_random_uuid(), version = 0, county_id = :county, title = 'x', opened_by = :me,"
                                + " opened_by_name = 'x', opened_at = acting_now()")
                .there("id = :round, opened_by = :organizer")
                .there("id = :round_in_notice, opened_by = :organizer")
                .inserted("", ORGANIZERS)
                .inserted("opened_by = :somebody", NONE);
        on(
                        "round_organizer",
                        "round_id = :round, county_id = :county, account_id = :deputy, account_name = 'x', named_at = acting_now()")
                .inserted("", only(ORGANIZER))
                .inserted("county_id = :other_county", NONE);
        on(
                        "posting",
                        "id = gen_random_uuid(), version = 0, county_id = :county, round_id = :round, person_id = :person,"
                                + " person_name = 'x', township_id = :township, taken_over = false, state = 'PROPOSED',"
                                + " reasons = 'INDUSTRY', present_post = '', proposed_by = :me, proposed_by_name = 'x',"
                                + " proposed_at = acting_now()")
                .there("id = :proposed, round_id = :round_in_notice, proposed_by = :somebody,"
                        + " published_at = acting_now()")
                .there("id = :entered, round_id = null, taken_over = true, proposed_by = :somebody")
                .there(
                        "id = :in_office, round_id = null, taken_over = true, state = 'ANNOUNCED', proposed_by = :somebody, "
                                + second
                                + ", term_from = date '2020-01-01', expected_end = date '2030-01-01',"
                                + " published_at = acting_now(), office_from = timestamptz '2020-01-01'")
                .inserted("", only(ORGANIZER))
                .inserted("round_id = null, taken_over = true", ORGANIZERS)
                .inserted("proposed_by = :somebody", NONE)
                .inserted("township_id = :other_township", NONE)
                .inserted(second, NONE)
                .changed("update posting set version = 7 where id = :in_office", ORGANIZERS)
                .changed("update posting set state = 'WITHDRAWN' where id = :entered", ORGANIZERS)
                .changed("update posting set version = 7 where id = :entered", NONE)
                .changed("update posting set state = 'WITHDRAWN' where id = :proposed", only(ORGANIZER))
                .changed("update posting set state = 'WITHDRAWN'", NONE, ORGANIZERS)
                .alike(
                        "posting_second_person",
                        "confirmed_by = :me, confirmed_by_name = 'x', confirmed_at = acting_now()");
        on(
                        "duty",
                        "id = gen_random_uuid(), account_id = :deputy, role = 'PARTY_SECRETARY', unit_id = :township, unit_name = 'x',"
                                + " county_id = :county, township_id = :township, valid_from = acting_now(),"
                                + " granted_by_name = 'x'")
                .there("id = :duty_of_posting, role = 'FIRST_SECRETARY', posting_id = :in_office")
                .inserted("by_hand = true", NONE)
                .inserted("role = 'FIRST_SECRETARY', posting_id = :proposed", NONE)
                .changed("update duty set ended_by_name = 'x' where id = :duty_of_posting", NONE);
        on(
                        "posting_step",
                        "posting_id = :in_office, position = 0, county_id = :county, kind = 'EXTENDED',"
                                + " on_day = date '2025-10-01', body = '', document = '', note = '', recorded_by = :me,"
                                + " recorded_by_name = 'x', recorded_at = acting_now()")
                .inserted("", ORGANIZERS)
                .inserted("recorded_by = :somebody", NONE)
                .inserted("county_id = :other_county", NONE);
        on(
                        "objection",
                        "id = gen_random_uuid(), version = 0, posting_id = :proposed, round_id = :round_in_notice, county_id = :county,"
                                + " received_on = date '2025-10-01', way = 'CALL', anonymous = true, content = 'x',"
                                + " handler_id = :me, handler_name = 'x', investigation = '', recorded_by = :me,"
                                + " recorded_at = acting_now()")
                .there("id = :objection")
                .there("id = :concluded_objection, investigation = 'x', conclusion = 'x', harmless = true,"
                        + " concluded_by = :organizer, concluded_at = acting_now()")
                .inserted("", only(ORGANIZER))
                .inserted("recorded_by = :somebody", NONE)
                .inserted("county_id = :other_county", NONE)
                .changed("update objection set investigation = 'y'", only(ORGANIZER))
                .changed(
                        "update objection set investigation = 'y', conclusion = 'x', harmless = true, concluded_by = :somebody,"
                                + " concluded_name = 'x', concluded_at = acting_now() where id = :objection",
                        NONE)
                .changed("update objection set investigation = 'y' where id = :concluded_objection", NONE);
    }

    private void jobs() {
        on(
                        "job",
                        "id = gen_random_uuid(), kind = 'x', county_id = :county, account_id = :me, account_name = 'x',"
                                + " argument = '', state = 'WAITING', asked_at = acting_now(), alive_at = acting_now()")
                .there("id = :job, kind = 'y', account_id = :organizer")
                .there("id = :ended_job, account_id = :organizer, state = 'DONE', ended_at = acting_now()")
                .inserted("", COUNTY)
                .inserted("account_id = :somebody", NONE)
                .changed("update job set step = 'z'", COUNTY)
                .changed("update job set step = 'z' where id = :ended_job", NONE);
        on("job_file", "job_id = :job, position = 0, county_id = :county, name = 'x', content = ''")
                .there("position = 1")
                .inserted("", only(ORGANIZER, ORGANIZER_AS_LEADER))
                .inserted("job_id = :ended_job", NONE)
                .changed("delete from job_file", COUNTY);
        on("job_line", "job_id = :job, position = 0, county_id = :county, kind = 'x', subject = 'x', text = 'x'")
                .inserted("", only(ORGANIZER, ORGANIZER_AS_LEADER))
                .inserted("job_id = :ended_job", NONE);
    }

    private void targets() {
        proposal(
                        on(
                                "target_sheet",
                                "id = gen_random_uuid(), county_id = :county, township_id = :township, year = 2040,"
                                        + " proposed_by = :me, proposed_by_name = 'x', proposed_at = acting_now()"),
                        "year = 2041",
                        "year = 2041",
                        "year = 2041")
                .there("id = :sheet_of_organizer, year = 2042, proposed_by = :organizer")
                .inserted("township_id = :other_township", NONE)
                .alike(
                        "target_sheet_confirmed_by_second_person",
                        "confirmed_by = :me, confirmed_by_name = 'x', confirmed_at = acting_now()");
        on(
                        "target_line",
                        "sheet_id = :sheet_of_organizer, county_id = :county, township_id = :township,"
                                + " indicator_code = 'fixed_investment', yearly_target = 1")
                .inserted("", only(ORGANIZER))
                .inserted("township_id = :next_door", NONE);
        proposal(
                        on(
                                "typed_setting",
                                "id = gen_random_uuid(), county_id = :county, indicator_code = 'fixed_investment',"
                                        + " typed = 'MONTH', valid_from = date '2030-02-01', proposed_by = :me,"
                                        + " proposed_by_name = 'x', proposed_at = acting_now()"),
                        "indicator_code = 'tax_paid'",
                        "valid_from = date '2030-03-01'",
                        "valid_from = date '2030-03-01'")
                .inserted("indicator_code = 'staff'", NONE)
                .inserted("valid_from = date '2025-02-01'", NONE)
                .inserted(LONG_AGO.formatted("proposed_at"), NONE)
                .changed(
                        "update typed_setting set confirmed_by = :me, confirmed_by_name = 'x', "
                                + LONG_AGO.formatted("confirmed_at") + " where id = :typed_setting_open",
                        NONE)
                .alike(
                        "typed_setting_confirmed_by_second_person",
                        "confirmed_by = :me, confirmed_by_name = 'x', confirmed_at = acting_now()");
    }

    private void checks() {
        proposal(
                        on(
                                "check_rule",
                                "id = gen_random_uuid(), county_id = :county, kind = 'BELOW_LAST_MONTH', severity = 'HINT',"
                                        + " valid_from = date '2030-02-01', reason = 'x', proposed_by = :me,"
                                        + " proposed_by_name = 'x', proposed_at = acting_now()"),
                        "indicator_code = 'tax_paid'",
                        "indicator_code = 'tax_paid'",
                        "indicator_code = 'tax_paid'")
                .alike(
                        "check_rule_confirmed_by_second_person",
                        "confirmed_by = :me, confirmed_by_name = 'x', confirmed_at = acting_now()");
    }

    private void people() {
        String second = "confirmed_by = :second, confirmed_by_name = 'x', confirmed_at = acting_now()";
        on(
                        "person",
                        "id = gen_random_uuid(), county_id = :county, name = 'x', pinyin = 'x', sex = 'MALE',"
                                + " birth_month = date '1975-06-01', education = 'x'")
                .there("id = :person")
                .inserted("", ORGANIZERS)
                .inserted("account_id = :colleague", ORGANIZERS)
                .inserted("account_id = :stranger", NONE)
                .changed("update person set education = 'y'", ORGANIZERS)
                .changed("update person set account_id = :stranger where id = :person", NONE);
        on(
                        "person_office",
                        "id = gen_random_uuid(), county_id = :county, person_id = :person, kind = 'DEPUTY_COUNTY_HEAD', title = 'x',"
                                + " valid_from = date '2020-01-01', proposed_by = :me, proposed_by_name = 'x',"
                                + " proposed_at = acting_now()")
                .there(
                        "id = :office, kind = 'TOWNSHIP_PARTY_SECRETARY', township_id = :township, proposed_by = :organizer")
                .there("id = :office_held, kind = 'STANDING_COMMITTEE_MEMBER', proposed_by = :organizer, " + second)
                .there("id = :office_ending, kind = 'TOWNSHIP_PARTY_SECRETARY', township_id = :next_door,"
                        + " proposed_by = :organizer, " + second)
                .there("id = :office_withdrawn, proposed_by = :organizer, withdrawn_at = acting_now()")
                .inserted("", ORGANIZERS)
                .inserted("proposed_by = :somebody", NONE)
                .inserted(LONG_AGO.formatted("proposed_at"), NONE)
                .inserted("confirmed_by = :somebody, confirmed_by_name = 'x', confirmed_at = acting_now()", NONE)
                .inserted("withdrawn_at = acting_now()", NONE)
                .inserted("kind = 'TOWNSHIP_PARTY_SECRETARY', township_id = :other_township", NONE)
                .changed(
                        confirm("person_office", ":me") + " where id = :office",
                        only(SECOND_ORGANIZER),
                        only(ORGANIZER))
                .changed(confirm("person_office", ":somebody") + " where id = :office", NONE, ORGANIZERS)
                .changed("update person_office set withdrawn_at = acting_now() where id = :office", only(ORGANIZER))
                .changed("update person_office set version = 7 where id = :office", NONE)
                .changed("update person_office set version = 7 where id = :office_withdrawn", NONE)
                .changed("update person_office set valid_to = date '2030-01-01'", NONE, ORGANIZERS)
                .alike("person_office_two_persons", "proposed_by = :second, " + second);
        on(
                        "person_office_end",
                        "id = gen_random_uuid(), county_id = :county, office_id = :office_held, ends_on = date '2030-01-01',"
                                + " reason = 'x', proposed_by = :me, proposed_by_name = 'x', proposed_at = acting_now()")
                .there("id = :end, office_id = :office_ending, proposed_by = :organizer")
                .there("id = :end_withdrawn, proposed_by = :organizer, withdrawn_at = acting_now()")
                .there("id = :end_confirmed, office_id = :office_withdrawn, proposed_by = :organizer, " + second)
                .inserted("", ORGANIZERS)
                .inserted("proposed_by = :somebody", NONE)
                .inserted(LONG_AGO.formatted("proposed_at"), NONE)
                .inserted("confirmed_by = :somebody, confirmed_by_name = 'x', confirmed_at = acting_now()", NONE)
                .inserted("withdrawn_at = acting_now()", NONE)
                .inserted("office_id = :office", NONE)
                .changed(confirm("person_office_end", ":me"), only(SECOND_ORGANIZER), only(ORGANIZER))
                .changed("update person_office_end set withdrawn_at = acting_now()", only(ORGANIZER))
                .changed(confirm("person_office_end", ":somebody") + " where id = :end", NONE)
                .changed("update person_office_end set version = 7 where id = :end_confirmed", NONE)
                .changed("update person_office_end set version = 7 where id = :end_withdrawn", NONE)
                .alike("person_office_end_two_persons", "proposed_by = :second, " + second);
    }

    private void assignments() {
        String ended = "valid_to = date '2030-01-01', ended_by_name = 'x', ended_at = acting_now(), ended_by = ";
        String second = "confirmed_by = :second, confirmed_by_name = 'x', confirmed_at = acting_now()";
        on(
                        "person_portfolio",
                        "id = gen_random_uuid(), county_id = :county, person_id = :person, work = 'x',"
                                + " valid_from = date '2020-01-01', entered_by = :me, entered_by_name = 'x',"
                                + " entered_at = acting_now()")
                .there("id = :portfolio, work = 'y'")
                .there("id = :portfolio_ended, work = 'z', " + ended + ":organizer")
                .inserted("", ORGANIZERS)
                .inserted("entered_by = :somebody", NONE)
                .inserted(LONG_AGO.formatted("entered_at"), NONE)
                .inserted(ended + ":me", NONE)
                .changed("update person_portfolio set " + ended + ":me", ORGANIZERS)
                .changed("update person_portfolio set " + ended + ":somebody where id = :portfolio", NONE)
                .changed(
                        "update person_portfolio set valid_to = date '2030-01-01', ended_by = :me, ended_by_name = 'x', "
                                + LONG_AGO.formatted("ended_at") + " where id = :portfolio",
                        NONE)
                .changed("update person_portfolio set " + ended + ":me where id = :portfolio_ended", NONE);
        on(
                        "person_assignment",
                        "id = gen_random_uuid(), county_id = :county, person_id = :person, kind = 'LIAISON',"
                                + " township_id = :township, valid_from = date '2020-01-01', document = 'x', proposed_by = :me,"
                                + " proposed_by_name = 'x', proposed_at = acting_now()")
                .there("id = :assignment, township_id = :next_door, proposed_by = :organizer")
                .there("id = :assignment_held, kind = 'SECONDMENT', proposed_by = :organizer, " + second)
                .there(
                        "id = :assignment_ended, kind = 'SECONDMENT', township_id = :next_door, proposed_by = :organizer, "
                                + second + ", " + ended + ":organizer")
                .there("id = :assignment_withdrawn, proposed_by = :organizer, withdrawn_at = acting_now()")
                .inserted("", ORGANIZERS)
                .inserted("village_id = :village", ORGANIZERS)
                .inserted("proposed_by = :somebody", NONE)
                .inserted(LONG_AGO.formatted("proposed_at"), NONE)
                .inserted("confirmed_by = :somebody, confirmed_by_name = 'x', confirmed_at = acting_now()", NONE)
                .inserted("withdrawn_at = acting_now()", NONE)
                .inserted("township_id = :other_township", NONE)
                .inserted("township_id = :next_door, village_id = :village", NONE)
                .changed(
                        confirm("person_assignment", ":me") + " where id = :assignment",
                        only(SECOND_ORGANIZER),
                        only(ORGANIZER))
                .changed(confirm("person_assignment", ":somebody") + " where id = :assignment", NONE, ORGANIZERS)
                .changed(
                        "update person_assignment set withdrawn_at = acting_now() where id = :assignment",
                        only(ORGANIZER))
                .changed("update person_assignment set version = 7 where id = :assignment", NONE)
                .changed("update person_assignment set version = 7 where id = :assignment_withdrawn", NONE)
                .changed("update person_assignment set " + ended + ":me where id = :assignment_held", ORGANIZERS)
                .changed(
                        "update person_assignment set " + ended + ":somebody where id = :assignment_held",
                        NONE,
                        ORGANIZERS)
                .changed("update person_assignment set " + ended + ":me where id = :assignment_ended", NONE, ORGANIZERS)
                .changed("update person_assignment set valid_to = date '2031-01-01'", NONE, ORGANIZERS)
                .alike("person_assignment_two_persons", "proposed_by = :second, " + second);
    }

    private void issuedFigures() {
        String answer =
                "update figure_objection set answer = 'REISSUED', answered_by_name = 'x', answered_at = acting_now(),"
                        + " answered_by = ";
        on(
                        "issued_sheet",
                        "id = gen_random_uuid(), county_id = :county, issuer = 'STATISTICS', period = date '2025-10-01',"
                                + " number = 2, way = 'TYPED', content_hash = 'x', fresh = 1, changed = 0, unchanged = 0,"
                                + " issued_by = :me, issued_by_name = 'x', issued_by_unit = 'x', issued_at = acting_now()")
                .there("id = :sheet, number = 1, issued_by = :organizer")
                .there("id = :sheet_elsewhere, county_id = :other_county, issued_by = :organizer")
                .before("id = :sheet_before, number = 3, issued_by = :organizer")
                .inserted("", and(ORGANIZERS, STATISTICS_BUREAU))
                .inserted("issued_by = :somebody", NONE)
                .inserted("period = date '2099-10-01'", NONE)
                .inserted(LONG_AGO.formatted("issued_at"), NONE);
        on(
                        "issued_figure",
                        "township_id = :township, indicator_code = 'value_added', period = date '2025-10-01', version = 3,"
                                + " sheet_id = :sheet, county_id = :county, issuer = 'STATISTICS', typed = 'CUMULATIVE',"
                                + " value = 1")
                .there("version = 1")
                .there("version = 2")
                .there("version = 1, indicator_code = 'value_added_growth'")
                .there("version = 2, indicator_code = 'value_added_growth'")
                .there("version = 1, indicator_code = 'value_added_growth', township_id = :other_township,"
                        + " county_id = :other_county, sheet_id = :sheet_elsewhere")
                .inserted("", only(ORGANIZER, ORGANIZER_AS_LEADER))
                .inserted("township_id = :other_township, version = 1", NONE)
                .inserted("sheet_id = :sheet_before", NONE)
                .inserted("version = 4", NONE);
        on(
                        "figure_objection",
                        "id = gen_random_uuid(), county_id = :county, township_id = :township, issuer = 'STATISTICS',"
                                + " indicator_code = 'value_added', period = date '2025-10-01', figure_version = 1, reason = 'x',"
                                + " raised_by = :me, raised_by_name = 'x', raised_at = acting_now()")
                .there("id = :objection, indicator_code = 'value_added_growth'")
                // no other figure followed there, so the county's own organizers cannot say so
                .there("id = :objection_elsewhere, indicator_code = 'value_added_growth', county_id = :other_county,"
                        + " township_id = :other_township")
                .there(
                        "id = :answered_objection, answer = 'REISSUED', answered_by = :organizer, answered_by_name = 'x',"
                                + " answered_at = acting_now()")
                .inserted("", only(PARTY_SECRETARY, CLERK))
                .inserted("raised_by = :somebody", NONE)
                .inserted(
                        "answer = 'REISSUED', answered_by = :somebody, answered_by_name = 'x', answered_at = acting_now()",
                        NONE)
                .inserted("county_id = :other_county", NONE)
                .inserted("figure_version = 9", NONE)
                .changed(answer + ":me", and(ORGANIZERS, STATISTICS_BUREAU))
                .changed(answer + ":me where id = :objection", and(ORGANIZERS, STATISTICS_BUREAU))
                .changed(answer + ":another where id = :objection", NONE)
                .changed(answer + ":me where id = :answered_objection", NONE)
                .alike(
                        "figure_objection_never_answered_by_objector",
                        "answer = 'REISSUED', answered_by = :me, answered_by_name = 'x', answered_at = acting_now()");
    }

    private void reports() {
        on(
                        "monthly_report",
                        "id = gen_random_uuid(), county_id = :county, township_id = :township, period = date '2025-12-01',"
                                + " status = 'DRAFT', status_since = acting_now(), status_by_name = 'x', saved_at = acting_now(),"
                                + " saved_by_name = 'x'")
                .there("id = :draft, period = date '2025-11-01'")
                .there(report("submitted", 10, "SUBMITTED", 1, 0))
                .there(report("approved", 9, "APPROVED", 1, 0))
                .there(report("corrected", 8, "APPROVED", 2, 1))
                .there(report("locked", 7, "LOCKED", 2, 1))
                .there(report("handed_in", 6, "SUBMITTED", 1, 0))
                .there(report("correctable", 5, "APPROVED", 1, 0))
                .there(report("organizers_part", 4, "SUBMITTED", 1, 0) + ", own_part_confirmed_by = :organizer")
                .there(report("proposable", 3, "APPROVED", 1, 0))
                .inserted("", TOWNSHIP)
                .inserted("own_part_confirmed_by = :somebody", NONE)
                .inserted("status = 'SUBMITTED', submissions = 1, first_submitted_at = acting_now()", NONE)
                .inserted("county_id = :other_county", NONE)
                .changed("update monthly_report set saved_by_name = 'y' where id = :draft", TOWNSHIP)
                .changed(
                        "update monthly_report set status = 'APPROVED'",
                        NONE,
                        and(TOWNSHIP, ORGANIZER, SECOND_ORGANIZER))
                .changed(
                        "update monthly_report set status = 'SUBMITTED', submissions = 1, first_submitted_at = acting_now()"
                                + " where id = :draft",
                        only(PARTY_SECRETARY))
                .changed("update monthly_report set status = 'APPROVED' where id = :submitted", ORGANIZERS, TOWNSHIP)
                .changed(
                        "update monthly_report set submissions = 2, corrections = 1 where id = :correctable",
                        and(ORGANIZERS, PARTY_SECRETARY));
    }

    private static String report(String name, int month, String status, int submissions, int corrections) {
        return "id = :" + name + ", period = date '2025-" + (month < 10 ? "0" : "") + month + "-01', status = '"
                + status + "', submissions = " + submissions + ", corrections = " + corrections
                + ", first_submitted_at = acting_now()";
    }

    private void reportsInHand() {
        on(
                        "report_figure",
                        "report_id = :draft, county_id = :county, township_id = :township,"
                                + " indicator_code = 'fixed_investment', typed = 1")
                .there("indicator_code = 'funds_in_place'")
                .there("report_id = :submitted")
                .inserted("", TOWNSHIP)
                .inserted("report_id = :submitted, indicator_code = 'funds_in_place'", NONE)
                .inserted("indicator_code = 'value_added'", NONE)
                .changed("update report_figure set typed = 2", TOWNSHIP)
                .changed("update report_figure set typed = 2 where report_id = :submitted", NONE)
                .changed("update report_figure set indicator_code = 'value_added' where report_id = :draft", NONE)
                .changed("delete from report_figure", TOWNSHIP)
                .changed("delete from report_figure where report_id = :submitted", NONE);
        on(
                        "report_text",
                        "report_id = :draft, county_id = :county, township_id = :township, field = 'ABSENCE', text = 'x'")
                .there("field = 'PARTY_PART'")
                .there("report_id = :submitted")
                .inserted("", TOWNSHIP)
                .inserted("report_id = :submitted, field = 'PARTY_PART'", NONE)
                .changed("update report_text set text = 'y'", TOWNSHIP)
                .changed("update report_text set text = 'y' where report_id = :submitted", NONE)
                .changed("delete from report_text", TOWNSHIP)
                .changed("delete from report_text where report_id = :submitted", NONE);
        on(
                        "report_reason",
                        "report_id = :draft, county_id = :county, township_id = :township, field = 'value_added',"
                                + " rule = 'OUTLIER', text = 'x'")
                .there("field = 'tax_paid'")
                .there("report_id = :submitted")
                .inserted("", TOWNSHIP)
                .inserted("report_id = :submitted, field = 'tax_paid'", NONE)
                .changed("update report_reason set text = 'y'", TOWNSHIP)
                .changed("update report_reason set text = 'y' where report_id = :submitted", NONE)
                .changed("delete from report_reason", TOWNSHIP)
                .changed("delete from report_reason where report_id = :submitted", NONE);
        on(
                        "report_edit",
                        "report_id = :draft, county_id = :county, township_id = :township, field = 'ABSENCE',"
                                + " edited_by = :me, edited_by_name = 'x', edited_at = acting_now()")
                .there("field = 'PARTY_PART'")
                .there("report_id = :submitted")
                .inserted("", TOWNSHIP)
                .inserted("edited_by = :somebody", NONE)
                .inserted("report_id = :submitted, field = 'PARTY_PART'", NONE)
                .changed("update report_edit set edited_by = :me", TOWNSHIP)
                .changed("update report_edit set edited_by = :somebody where report_id = :draft", NONE)
                .changed("update report_edit set edited_by = :me where report_id = :submitted", NONE);
        on(
                        "report_intent",
                        "report_id = :draft, county_id = :county, township_id = :township, field = 'ABSENCE',"
                                + " page = gen_random_uuid(), account_id = :me, number = 1, value_hash = ''")
                .there("account_id = :clerk")
                .inserted("", TOWNSHIP)
                .inserted("account_id = :somebody", NONE)
                .inserted("county_id = :other_county", NONE)
                .changed("update report_intent set number = 2", only(CLERK));
    }

    private void corrections() {
        String confirmation =
                "confirmed_by = :organizer, confirmed_by_name = 'x', confirmed_at = acting_now(), confirmed_copy = 2";
        String correct =
                "update figure_correction set confirmed_by_name = 'x', confirmed_at = acting_now(), confirmed_copy = 2,"
                        + " confirmed_by = ";
        on(
                        "figure_correction",
                        "id = gen_random_uuid(), report_id = :proposable, county_id = :county, township_id = :township,"
                                + " period = date '2025-03-01', indicator_code = 'fixed_investment', seen_copy = 1,"
                                + " old_value = 1, new_value = 2, note = 'x', proposed_by = :me, proposed_by_name = 'x',"
                                + " proposed_at = acting_now()")
                .there("id = :open_correction, report_id = :approved, period = date '2025-09-01'")
                .there(
                        "id = :withdrawn_correction, report_id = :approved, period = date '2025-09-01', withdrawn_at = acting_now()")
                .there("id = :correction, report_id = :corrected, period = date '2025-08-01', " + confirmation)
                .there("id = :correction_of_locked, report_id = :locked, period = date '2025-07-01', " + confirmation)
                .there("id = :correction_to_come, report_id = :correctable, period = date '2025-05-01', "
                        + confirmation)
                .inserted("", ORGANIZERS)
                .inserted("proposed_by = :somebody", NONE)
                .inserted(confirmation.replace(":organizer", ":somebody"), NONE)
                .inserted("withdrawn_at = acting_now()", NONE)
                .inserted(LONG_AGO.formatted("proposed_at"), NONE)
                .inserted("indicator_code = 'value_added'", NONE)
                .inserted("old_value = 7", NONE)
                .changed(
                        "update figure_correction set withdrawn_at = acting_now() where id = :open_correction",
                        ORGANIZERS)
                .changed(correct + ":me", and(ORGANIZERS, PARTY_SECRETARY))
                .changed(correct + ":another where id = :open_correction", NONE)
                .changed("update figure_correction set version = 7 where id = :correction", NONE)
                .changed("update figure_correction set version = 7 where id = :withdrawn_correction", NONE)
                .alike("figure_correction_second_person", confirmation.replace(":organizer", ":me"));
    }

    private void copies() {
        String corrected =
                "report_id = :corrected, period = date '2025-08-01', kind = 'CORRECTION', correction_id = :correction,"
                        + " number = 2";
        on(
                        "submitted_copy",
                        "id = gen_random_uuid(), report_id = :handed_in, number = 1, county_id = :county,"
                                + " township_id = :township, period = date '2025-06-01', submitted_by = :me,"
                                + " submitted_by_name = 'x', submitted_at = acting_now(), achievements = '', absence = '',"
                                + " party_secretary_part = '', behind_note = ''")
                .there(
                        "id = :copy, report_id = :submitted, period = date '2025-10-01', submitted_by = :party_secretary")
                .there(
                        "id = :judged_copy, report_id = :approved, period = date '2025-09-01', submitted_by = :party_secretary")
                .there("id = :copy_with_organizers_part, report_id = :organizers_part, period = date '2025-04-01',"
                        + " submitted_by = :party_secretary")
                .there("id = :copy_of_correction, report_id = :correctable, number = 2, period = date '2025-05-01',"
                        + " kind = 'CORRECTION', correction_id = :correction_to_come, submitted_by = :organizer")
                .there("id = :copy_to_correct, report_id = :proposable, period = date '2025-03-01',"
                        + " submitted_by = :party_secretary")
                .before("id = :copy_before, report_id = :organizers_part, number = 2, period = date '2025-04-01',"
                        + " submitted_by = :party_secretary")
                .inserted("", only(PARTY_SECRETARY))
                .inserted("submitted_by = :somebody", NONE)
                .inserted("report_id = :correctable, period = date '2025-05-01'", NONE)
                .inserted(corrected, only(ORGANIZER, ORGANIZER_AS_LEADER))
                .inserted(corrected + ", submitted_by = :somebody", NONE)
                .inserted(corrected + ", number = 3", NONE)
                .inserted(corrected + ", kind = 'SUBMISSION'", NONE)
                .inserted(
                        corrected
                                + ", report_id = :locked, period = date '2025-07-01', correction_id = :correction_of_locked",
                        NONE);
        on(
                        "submitted_figure",
                        "copy_id = :copy, county_id = :county, township_id = :township,"
                                + " indicator_code = 'fixed_investment', typed = 1")
                .there("copy_id = :judged_copy")
                .there("copy_id = :judged_copy, indicator_code = 'funds_in_place'")
                .there("copy_id = :copy_to_correct")
                .there("copy_id = :copy_to_correct, indicator_code = 'value_added'")
                .inserted("", only(PARTY_SECRETARY))
                .inserted("copy_id = :copy_before", NONE)
                .inserted("county_id = :other_county", NONE);
        on(
                        "submitted_reason",
                        "copy_id = :copy, county_id = :county, township_id = :township, field = 'value_added',"
                                + " rule = 'OUTLIER', text = 'x'")
                .inserted("", only(PARTY_SECRETARY))
                .inserted("copy_id = :copy_before", NONE)
                .inserted("county_id = :other_county", NONE);
        on(
                        "figure_revision",
                        "id = gen_random_uuid(), copy_id = :judged_copy, indicator_code = 'fixed_investment',"
                                + " county_id = :county, township_id = :township, revised_at = acting_now()")
                .there("id = :revision, indicator_code = 'funds_in_place', correction_id = :correction")
                .there("id = :superseded_revision, indicator_code = 'funds_in_place', correction_id = :correction,"
                        + " superseded_at = acting_now()")
                .inserted("correction_id = :correction_to_come", only(ORGANIZER, ORGANIZER_AS_LEADER))
                .inserted("correction_id = :correction_to_come, township_id = :next_door", NONE)
                .inserted("correction_id = :correction_to_come, county_id = :other_county", NONE)
                .inserted("cause_copy_id = :copy_with_organizers_part", only(PARTY_SECRETARY))
                .inserted("cause_copy_id = :copy_with_organizers_part, township_id = :next_door", NONE)
                .inserted("cause_copy_id = :copy_with_organizers_part, county_id = :other_county", NONE)
                .inserted("cause_copy_id = :copy_of_correction", NONE)
                .inserted("cause_copy_id = :copy_before", NONE)
                .inserted("cause_copy_id = :copy", NONE)
                .inserted("cause_copy_id = :copy_with_organizers_part, " + LONG_AGO.formatted("revised_at"), NONE)
                .changed("update figure_revision set superseded_at = acting_now()", and(ORGANIZERS, PARTY_SECRETARY))
                .changed(
                        "update figure_revision set superseded_at = acting_now() where id = :superseded_revision", NONE)
                .changed("update figure_revision set superseded_at = null", NONE);
    }

    private void reviews() {
        on(
                        "report_review",
                        "id = gen_random_uuid(), copy_id = :copy, county_id = :county, township_id = :township,"
                                + " outcome = 'APPROVED', reason = '', submitted_by = :party_secretary, reviewer_id = :me,"
                                + " reviewer_name = 'x', reviewed_at = acting_now()")
                .there("id = :review, copy_id = :judged_copy, reviewer_id = :organizer")
                .before("id = :review_before, copy_id = :copy_before, reviewer_id = :organizer")
                .inserted("", ORGANIZERS)
                .inserted("reviewer_id = :somebody", NONE)
                .inserted("township_id = :next_door", NONE)
                .inserted("copy_id = :copy_with_organizers_part", only(SECOND_ORGANIZER))
                .alike("report_review_never_by_submitter", "reviewer_id = :party_secretary");
        on(
                        "review_mark",
                        "review_id = :review, county_id = :county, township_id = :township, field = 'absence', note = ''")
                .inserted("", only(ORGANIZER, ORGANIZER_AS_LEADER))
                .inserted("review_id = :review_before", NONE)
                .inserted("township_id = :next_door", NONE);
        on(
                        "review_stand_in",
                        "id = gen_random_uuid(), county_id = :county, away_id = :me, away_name = 'x',"
                                + " stand_in_id = :deputy, stand_in_name = 'x', first_day = acting_today(),"
                                + " last_day = acting_today() + 1, named_at = acting_now()")
                .there(
                        "id = :stand_in, away_id = :organizer, first_day = date '2025-09-01', last_day = date '2025-09-02'")
                .there("id = :ended_stand_in, away_id = :organizer, ended_at = acting_now()")
                .inserted("", ORGANIZERS)
                .inserted("away_id = :deputy, stand_in_id = :organizer", NONE)
                .inserted("stand_in_id = :colleague", NONE)
                .inserted("first_day = acting_today() - 2, last_day = acting_today() - 1", NONE)
                .inserted("ended_at = acting_now()", NONE)
                .inserted(LONG_AGO.formatted("named_at"), NONE)
                .changed("update review_stand_in set ended_at = acting_now()", only(ORGANIZER))
                .changed("update review_stand_in set ended_at = acting_now() where id = :ended_stand_in", NONE)
                .changed("update review_stand_in set ended_at = null", NONE)
                .alike("review_stand_in_another_person", "away_id = :deputy");
        on(
                        "report_reminder",
                        "id = gen_random_uuid(), county_id = :county, township_id = :township, period = date '2025-10-01',"
                                + " working_day = date '2025-11-11', sent_by = :me, sent_by_name = 'x', sent_at = acting_now()")
                .inserted("", ORGANIZERS)
                .inserted("sent_by = :somebody", NONE)
                .inserted("township_id = :other_township", NONE);
    }

    private void closing() {
        on(
                        "report_closing",
                        "township_id = :ended, period = date '2020-10-01', county_id = :county, reason = 'x', closed_by = :me,"
                                + " closed_by_name = 'x', closed_at = acting_now()")
                .inserted("", ORGANIZERS)
                .inserted("closed_by = :somebody", NONE)
                .inserted("township_id = :township", NONE)
                .inserted("county_id = :other_county", NONE)
                .inserted(LONG_AGO.formatted("closed_at"), NONE);
        on(
                        "month_lock",
                        "id = gen_random_uuid(), county_id = :county, period = date '2025-10-01', locked_by = :me,"
                                + " locked_by_name = 'x', locked_at = acting_now()")
                .there("id = :lock, period = date '2025-07-01'")
                .before("id = :lock_before, period = date '2025-07-01'")
                .inserted("", ORGANIZERS)
                .inserted("locked_by = :somebody", NONE)
                .inserted("period = date '2099-10-01'", NONE)
                .inserted(LONG_AGO.formatted("locked_at"), NONE);
        on(
                        "month_lock_unit",
                        "lock_id = :lock, county_id = :county, township_id = :township, township = 'x', missing = false")
                .inserted("", ORGANIZERS)
                .inserted("township_id = :other_township, missing = true", NONE)
                .inserted("missing = true", NONE)
                .inserted("lock_id = :lock_before", NONE);
        proposal(
                        on(
                                "month_reopening",
                                "id = gen_random_uuid(), county_id = :county, period = date '2025-10-01',"
                                        + " township_id = :township, reason = 'x', proposed_by = :me, proposed_by_name = 'x',"
                                        + " proposed_at = acting_now()"),
                        "township_id = :next_door",
                        "township_id = :next_door",
                        "township_id = :next_door")
                .inserted("township_id = :other_township", NONE)
                .inserted(LONG_AGO.formatted("proposed_at"), NONE)
                .alike(
                        "month_reopening_second_person",
                        "confirmed_by = :me, confirmed_by_name = 'x', confirmed_at = acting_now()");
    }
}
