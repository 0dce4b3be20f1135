package org.xuanpai.cockpit.service;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.progress.ReportStanding;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.Scope;

/** The cockpit's own views, one query each, whatever the number of townships and months. */
@Component
class CockpitReads {

    private static final String IN_SCOPE =
            "(%1$scounty_id = any (cast(:counties as uuid[])) or %1$stownship_id = any (cast(:townships as uuid[])))";

    private static final String ROWS = IN_SCOPE.formatted("");

    private static final String REPORTS = """
            select * from cockpit_report where period between :from and :to and\s""" + ROWS;

    private static final String FIGURES = """
            select * from cockpit_figure where period between :from and :to and\s""" + ROWS;

    private static final String REMINDERS = """
            select distinct on (township_id, period) township_id, period, sent_by_name, sent_at, working_day
            from report_reminder where period between :from and :to and\s""" + ROWS + " order by township_id, period, sent_at desc";

    private static final String CORRECTIONS = """
            select x.township_id, t.name as township, x.period, x.proposed_by_name, x.proposed_at
            from figure_correction x join division t on t.id = x.township_id
            where x.confirmed_by is null and x.withdrawn_at is null and x.proposed_by <> :me
              and\s""" + IN_SCOPE.formatted("x.") + " order by x.proposed_at";

    private static final String OFFICERS = """
            select o.township_id, o.role, o.display_name,
                   o.valid_from <= :then and (o.valid_to is null or o.valid_to > :then)
                       and (o.township_until is null or o.township_until > :thenDay) as then,
                   o.valid_from <= :now and (o.valid_to is null or o.valid_to > :now)
                       and (o.township_until is null or o.township_until > :today) as now
            from cockpit_officer o
            where (o.valid_to is null or o.valid_to > :then) and (o.township_until is null or o.township_until > :thenDay)
              and o.valid_from <= :now
              and\s""" + IN_SCOPE.formatted("o.") + " order by o.valid_from";

    private static final String WAITING = """
            select township_id, township, period, submissions, status_since, count(*) over () as total
            from cockpit_report
            where status = 'SUBMITTED' and not took_part(report_id) and\s""" + ROWS + " order by status_since, township_id limit :limit";

    private static final String PROPOSALS = """
            select kind, count(*) as waiting, min(year) as year, min(proposed_at) as since from cockpit_proposal
            where proposed_by <> :me and (kind = 'CALENDAR' or\s""" + ROWS + ") group by kind";

    private final JdbcClient jdbc;

    CockpitReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reports of a span of periods. */
    Map<Key, Report> reports(Scope scope, Period from, Period to) {
        Map<Key, Report> reports = new HashMap<>();
        span(REPORTS, scope, from, to)
                .query((row, n) -> reports.put(Key.of(row), report(row)))
                .list();
        return reports;
    }

    /** The latest reminders of a span of periods. */
    Map<Key, HomePage.Reminder> reminders(Scope scope, Period from, Period to) {
        Map<Key, HomePage.Reminder> reminders = new HashMap<>();
        span(REMINDERS, scope, from, to)
                .query((row, n) -> reminders.put(
                        Key.of(row),
                        new HomePage.Reminder(
                                row.getString("sent_by_name"),
                                instant(row, "sent_at"),
                                row.getObject("working_day", LocalDate.class))))
                .list();
        return reminders;
    }

    /** Corrections of others that wait for a second person. */
    List<HomePage.Correction> corrections(CurrentUser reader) {
        return of(CORRECTIONS, reader.scope())
                .param("me", reader.accountId())
                .query((row, n) -> new HomePage.Correction(
                        Key.of(row).township(),
                        row.getString("township"),
                        Key.of(row).period(),
                        row.getString("proposed_by_name"),
                        instant(row, "proposed_at")))
                .list();
    }

    /** Passwords to be set anew that another administrator proposed and nobody decided. */
    long resets(CurrentUser reader, Instant now) {
        return jdbc.sql("""
                        select count(*) from password_reset
                        where confirmed_at is null and refused_at is null and used_at is null and expires_at > :now
                          and proposed_by <> :me and proposed_role <> :role and account_id <> :me
                          and (of_administrator or :role = 'SECURITY_ADMIN')
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("me", reader.accountId())
                .param("role", reader.role().name())
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /** Figures of the latest copies of a span of periods, by indicator code. */
    Map<Key, Map<String, Figure>> figures(Scope scope, Period from, Period to) {
        Map<Key, Map<String, Figure>> figures = new HashMap<>();
        span(FIGURES, scope, from, to)
                .query((row, n) -> figures.computeIfAbsent(Key.of(row), key -> new HashMap<>())
                        .put(row.getString("indicator_code"), figure(row)))
                .list();
        return figures;
    }

    /** First and Party secretaries at a moment in the past and now; a township ends with a day, wherever the clock is. */
    List<Officer> officers(Scope scope, ZonedDateTime then, ZonedDateTime now) {
        return of(OFFICERS, scope)
                .param("then", then.toOffsetDateTime())
                .param("thenDay", then.toLocalDate())
                .param("now", now.toOffsetDateTime())
                .param("today", now.toLocalDate())
                .query((row, n) -> new Officer(
                        row.getObject("township_id", UUID.class),
                        Role.valueOf(row.getString("role")),
                        row.getString("display_name"),
                        row.getBoolean("then"),
                        row.getBoolean("now")))
                .list();
    }

    /** Reports that wait for a review by this reader, the one that waits longest first. */
    List<WaitingReport> waiting(CurrentUser reader, int limit) {
        return of(WAITING, reader.scope())
                .param("limit", limit)
                .query((row, n) -> new WaitingReport(
                        Key.of(row),
                        row.getString("township"),
                        row.getInt("submissions"),
                        instant(row, "status_since"),
                        row.getLong("total")))
                .list();
    }

    /** How many proposals of others wait for a second person, by kind. */
    Map<String, Proposals> proposals(CurrentUser reader) {
        Map<String, Proposals> proposals = new HashMap<>();
        of(PROPOSALS, reader.scope())
                .param("me", reader.accountId())
                .query((row, n) -> proposals.put(
                        row.getString("kind"),
                        new Proposals(row.getLong("waiting"), row.getInt("year"), instant(row, "since"))))
                .list();
        return proposals;
    }

    private JdbcClient.StatementSpec span(String sql, Scope scope, Period from, Period to) {
        return of(sql, scope).param("from", from.key()).param("to", to.key());
    }

    private JdbcClient.StatementSpec of(String sql, Scope scope) {
        return jdbc.sql(sql).param("counties", scope.countyArray()).param("townships", scope.townshipArray());
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                new ReportStanding.Stored(
                        ReportStatus.valueOf(row.getString("status")),
                        row.getInt("submissions"),
                        instant(row, "status_since"),
                        row.getObject("first_submitted_at") == null ? null : instant(row, "first_submitted_at")),
                instant(row, "saved_at"),
                row.getString("saved_by_name"),
                row.getBoolean("own_part_settled"),
                row.getString("waits_for"),
                row.getString("return_reason"),
                row.getString("returned_by_name"));
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                row.getBigDecimal("month_value"),
                row.getBigDecimal("cumulative"),
                row.getBigDecimal("yearly_target"),
                row.getBigDecimal("completion"),
                row.getBigDecimal("growth"),
                row.getObject("issued_at") == null ? null : instant(row, "issued_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A township's month. */
    record Key(UUID township, Period period) {

        private static Key of(ResultSet row) throws SQLException {
            return new Key(
                    row.getObject("township_id", UUID.class),
                    Period.containing(row.getObject("period", LocalDate.class)));
        }
    }

    /**
     * A report that was begun.
     *
     * @param waitsFor what it waits for in its township: {@code FIGURES}, {@code OWN_PART} or {@code SUBMISSION}; {@code null}
     *     when the township does not have it
     */
    record Report(
            ReportStanding.Stored stored,
            Instant savedAt,
            String savedByName,
            boolean ownPartSettled,
            @Nullable String waitsFor,
            @Nullable String returnReason,
            @Nullable String returnedByName) {

        ReportStatus status() {
            return stored.status();
        }

        Instant since() {
            return stored.since();
        }
    }

    record Figure(
            @Nullable BigDecimal monthValue,
            @Nullable BigDecimal cumulative,
            @Nullable BigDecimal yearlyTarget,
            @Nullable BigDecimal completion,
            @Nullable BigDecimal growth,
            @Nullable Instant issuedAt) {}

    record Officer(UUID township, Role role, String name, boolean then, boolean now) {}

    /** Proposals of a kind: how many, the first year they are about, 0 when they are about none, and since when the oldest waits. */
    record Proposals(long count, int firstYear, Instant since) {}

    record WaitingReport(Key key, String township, int number, Instant since, long total) {}
}
