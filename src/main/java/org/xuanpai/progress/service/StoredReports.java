package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.progress.FieldShare;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.check.ReasonKey;
import org.xuanpai.progress.check.RuleKind;
import org.xuanpai.progress.entity.SubmittedFigure;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** Reads a report as it is stored: the township's working state or the latest copy, its returns and its history. */
@Component
class StoredReports {

    private static final UUID NONE = new UUID(0, 0);

    private static final String WORKING = """
            select r.id, r.status, r.version, r.status_since, r.status_by_name, r.submissions, r.first_submitted_at,
                   r.saved_at, r.saved_by_name, t.days_on_site, t.achievements, t.absence,
                   coalesce(r.own_part_confirmed_by_name, '') as confirmed_by_name, r.own_part_confirmed_at as confirmed_at,
                   t.party_secretary_part, t.behind_note
            from monthly_report r
            cross join lateral (
                select cast(max(x.text) filter (where x.field = 'DAYS_ON_SITE') as int) as days_on_site,
                       coalesce(max(x.text) filter (where x.field = 'ACHIEVEMENTS'), '') as achievements,
                       coalesce(max(x.text) filter (where x.field = 'ABSENCE'), '') as absence,
                       coalesce(max(x.text) filter (where x.field = 'PARTY_PART'), '') as party_secretary_part,
                       coalesce(max(x.text) filter (where x.field = 'BEHIND_NOTE'), '') as behind_note
                from report_text x where x.report_id = r.id) t
            where r.township_id = :township and r.period = :period
              and (r.county_id = any (cast(:counties as uuid[])) or r.township_id = any (cast(:townships as uuid[])))
            """;

    private static final String COPY = """
            select r.id, r.status, r.version, r.status_since, r.status_by_name, r.submissions, r.first_submitted_at,
                   c.submitted_at as saved_at, c.submitted_by_name as saved_by_name, c.days_on_site, c.achievements, c.absence,
                   coalesce(c.own_part_confirmed_by_name, '') as confirmed_by_name, null::timestamptz as confirmed_at,
                   c.party_secretary_part, c.behind_note
            from monthly_report r join submitted_copy c on c.report_id = r.id and c.number = r.submissions
            where r.township_id = :township and r.period = :period
              and (r.county_id = any (cast(:counties as uuid[])) or r.township_id = any (cast(:townships as uuid[])))
            """;

    private final JdbcClient jdbc;

    StoredReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The report, or an empty one when there is nothing to see.
     *
     * @param working the township's working state, or the latest copy
     */
    Stored find(Scope scope, UUID township, Period period, boolean working) {
        return jdbc.sql(working ? WORKING : COPY)
                .param("township", township)
                .param("period", period.key())
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query((row, n) -> stored(row))
                .optional()
                .orElseGet(Stored::nothing);
    }

    /** What the township typed so far, by indicator code. */
    Map<String, BigDecimal> typed(UUID report) {
        Map<String, BigDecimal> typed = new TreeMap<>();
        jdbc.sql("select indicator_code, typed from report_figure where report_id = :report")
                .param("report", report)
                .query(row -> {
                    typed.put(row.getString("indicator_code"), row.getBigDecimal("typed"));
                });
        return typed;
    }

    /** What was handed in with a copy, by indicator code; what was derived follows corrections of other months. */
    Map<String, SubmittedFigure> frozen(UUID report, int number) {
        return copied(report, number).followed();
    }

    /** The figures of a copy: as they follow corrections of other months, and as they were handed in. One query. */
    Copied copied(UUID report, int number) {
        Copied copied = new Copied(number, new TreeMap<>(), new TreeMap<>());
        jdbc.sql("""
                        select f.*, v.id is not null as revised, v.month_value as revised_month_value,
                               v.cumulative as revised_cumulative, v.last_year as revised_last_year, v.growth as revised_growth,
                               v.completion as revised_completion
                        from submitted_copy c
                        join submitted_figure f on f.copy_id = c.id
                        left join figure_revision v
                          on v.copy_id = f.copy_id and v.indicator_code = f.indicator_code and v.superseded_at is null
                        where c.report_id = :report and c.number = :number
                        """).param("report", report).param("number", number).query(row -> {
            String code = row.getString("indicator_code");
            copied.followed().put(code, figure(row, row.getBoolean("revised") ? "revised_" : ""));
            copied.handedIn().put(code, figure(row, ""));
        });
        return copied;
    }

    /** The reasons the township gave so far. */
    Map<ReasonKey, String> reasons(UUID report) {
        return reasons(jdbc.sql("select field, rule, text from report_reason where report_id = :report")
                .param("report", report));
    }

    /** The reasons that were handed in with a copy. */
    Map<ReasonKey, String> reasons(UUID report, int number) {
        return reasons(jdbc.sql("""
                        select w.field, w.rule, w.text from submitted_copy c join submitted_reason w on w.copy_id = c.id
                        where c.report_id = :report and c.number = :number
                        """).param("report", report).param("number", number));
    }

    private static Map<ReasonKey, String> reasons(JdbcClient.StatementSpec query) {
        Map<ReasonKey, String> reasons = new TreeMap<>();
        query.query(row -> {
            RuleKind rule = RuleKind.valueOf(row.getString("rule"));
            reasons.put(new ReasonKey(row.getString("field"), rule), row.getString("text"));
        });
        return reasons;
    }

    /** The typed values of a copy, by indicator code. */
    static Map<String, BigDecimal> typedOf(Map<String, SubmittedFigure> frozen) {
        Map<String, BigDecimal> typed = new TreeMap<>();
        frozen.forEach((code, figure) -> typed.put(code, figure.typed()));
        return typed;
    }

    /** With the derived values of the columns that begin with a prefix. */
    private static SubmittedFigure figure(ResultSet row, String prefix) throws SQLException {
        return new SubmittedFigure(
                row.getObject("county_id", UUID.class),
                row.getObject("township_id", UUID.class),
                row.getBigDecimal("typed"),
                row.getBigDecimal(prefix + "month_value"),
                row.getBigDecimal(prefix + "cumulative"),
                row.getBigDecimal(prefix + "last_year"),
                row.getBigDecimal(prefix + "growth"),
                row.getBigDecimal("yearly_target"),
                row.getBigDecimal(prefix + "completion"),
                row.getObject("issued_version", Integer.class));
    }

    /** One copy without its figures; empty when there is no copy of that number. */
    Optional<Copy> copy(UUID report, int number) {
        return jdbc.sql("""
                        select took_part(c.report_id) as own, c.submitted_by_name, c.submitted_at, c.fields, c.fields_typed, c.days_on_site, c.achievements, c.absence,
                               coalesce(c.own_part_confirmed_by_name, '') as confirmed_by_name,
                               null::timestamptz as confirmed_at, c.party_secretary_part, c.behind_note
                        from submitted_copy c where c.report_id = :report and c.number = :number
                        """)
                .param("report", report)
                .param("number", number)
                .query((row, n) -> new Copy(
                        row.getBoolean("own"),
                        row.getString("submitted_by_name"),
                        instant(row, "submitted_at").orElseThrow(),
                        share(row),
                        texts(row)))
                .optional();
    }

    /** The texts of the latest copy of a month that help with the next one. */
    EarlierTexts earlierTexts(Scope scope, UUID township, Period period) {
        return jdbc.sql("""
                        select c.days_on_site, c.behind_note from submitted_copy c
                        where c.township_id = :township and c.period = :period
                          and (c.county_id = any (cast(:counties as uuid[])) or c.township_id = any (cast(:townships as uuid[])))
                        order by c.number desc limit 1
                        """)
                .param("township", township)
                .param("period", period.key())
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query((row, n) ->
                        new EarlierTexts(row.getObject("days_on_site", Integer.class), row.getString("behind_note")))
                .optional()
                .orElse(EarlierTexts.NONE);
    }

    /** What the county asked for when it sent back the copy with this number. */
    Optional<AskedAgain> returned(UUID report, int number) {
        Map<String, String> notes = new TreeMap<>();
        List<AskedAgain> found = jdbc.sql("""
                        select v.reason, v.reviewer_name, v.reviewed_at, m.field, m.note, c.days_on_site, c.achievements, c.absence,
                               coalesce(c.own_part_confirmed_by_name, '') as confirmed_by_name,
                               null::timestamptz as confirmed_at, c.party_secretary_part, c.behind_note
                        from report_review v
                        join submitted_copy c on c.id = v.copy_id
                        left join review_mark m on m.review_id = v.id
                        where c.report_id = :report and c.number = :number and v.outcome = 'RETURNED'
                        """)
                .param("report", report)
                .param("number", number)
                .query((row, n) -> {
                    if (row.getString("field") != null) {
                        notes.put(row.getString("field"), row.getString("note"));
                    }
                    return new AskedAgain(
                            row.getString("reason"),
                            row.getString("reviewer_name"),
                            instant(row, "reviewed_at").orElseThrow(),
                            notes,
                            texts(row));
                })
                .list();
        return found.stream()
                .findFirst()
                .map(any ->
                        new AskedAgain(any.reason(), any.reviewerName(), any.at(), Map.copyOf(notes), any.before()));
    }

    /** Submissions, judgements, figures issued since, and what happened after the approval, newest first. */
    List<HistoryItem> history(UUID report) {
        return jdbc.sql("""
                        select 'SUBMITTED' as kind, c.number, c.submitted_by_name as by_name, c.submitted_at as at, '' as reason,
                               null::date as cause, '' as stands_in_for
                        from submitted_copy c where c.report_id = :report and c.kind = 'SUBMISSION'
                        union all
                        select v.outcome, c.number, v.reviewer_name, v.reviewed_at, v.reason, null, v.stands_in_for
                        from report_review v join submitted_copy c on c.id = v.copy_id where c.report_id = :report
                        union all
                        select 'CORRECTED', x.confirmed_copy, x.proposed_by_name || ' · ' || x.confirmed_by_name, x.confirmed_at,
                               x.note, null, ''
                        from figure_correction x where x.report_id = :report and x.confirmed_at is not null
                        union all
                        select case when bool_or(f.version > 1) then 'ISSUED_ANEW' else 'ISSUED_LATE' end, cast(count(*) as int),
                               s.issued_by_unit || ' · ' || s.issued_by_name, s.issued_at, s.note, null, ''
                        from monthly_report r
                        join issued_figure f on f.township_id = r.township_id and f.period = r.period
                        join issued_sheet s on s.id = f.sheet_id and s.issued_at > r.first_submitted_at
                        where r.id = :report
                        group by s.id, s.issued_by_unit, s.issued_by_name, s.issued_at, s.note
                        union all
                        select case when v.correction_id is null then 'FOLLOWED_REPORT' else 'FOLLOWED' end, c.number,
                               max(coalesce(x.confirmed_by_name, q.submitted_by_name)), v.revised_at, '',
                               coalesce(x.period, q.period), ''
                        from submitted_copy c
                        join figure_revision v on v.copy_id = c.id
                        left join figure_correction x on x.id = v.correction_id
                        left join submitted_copy q on q.id = v.cause_copy_id
                        where c.report_id = :report
                        group by c.number, v.correction_id, v.cause_copy_id, coalesce(x.period, q.period), v.revised_at
                        union all
                        select 'LOCKED', 0, l.locked_by_name, l.locked_at, '', null, ''
                        from monthly_report r
                        join month_lock l on l.county_id = r.county_id and l.period = r.period
                        join month_lock_unit u on u.lock_id = l.id and u.township_id = r.township_id and not u.missing
                        where r.id = :report
                        union all
                        select 'REOPENED', 0, o.proposed_by_name || ' · ' || o.confirmed_by_name, o.confirmed_at, o.reason, null, ''
                        from monthly_report r
                        join month_reopening o on o.county_id = r.county_id and o.period = r.period
                          and coalesce(o.township_id, r.township_id) = r.township_id and o.confirmed_at is not null
                        where r.id = :report
                          and exists (select from month_lock l
                                      join month_lock_unit u on u.lock_id = l.id and u.township_id = r.township_id and not u.missing
                                      where l.county_id = r.county_id and l.period = r.period and l.locked_at < o.confirmed_at)
                        order by at desc, number desc, kind
                        """)
                .param("report", report)
                .query((row, n) -> new HistoryItem(
                        row.getString("kind"),
                        row.getInt("number"),
                        row.getString("by_name"),
                        instant(row, "at").orElseThrow(),
                        row.getString("reason"),
                        period(row, "cause"),
                        row.getString("stands_in_for")))
                .list();
    }

    private static @Nullable Period period(ResultSet row, String column) throws SQLException {
        LocalDate key = row.getObject(column, LocalDate.class);
        return key == null ? null : Period.containing(key);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        ReportPage.Head head = new ReportPage.Head(
                instant(row, "status_since").orElse(null),
                row.getString("status_by_name"),
                row.getInt("submissions"),
                instant(row, "first_submitted_at").orElse(null),
                instant(row, "saved_at").orElse(null),
                row.getString("saved_by_name"));
        return new Stored(
                row.getObject("id", UUID.class),
                ReportStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                head,
                texts(row));
    }

    private static ReportPage.Texts texts(ResultSet row) throws SQLException {
        return new ReportPage.Texts(
                row.getObject("days_on_site", Integer.class),
                row.getString("achievements"),
                row.getString("absence"),
                row.getString("confirmed_by_name"),
                instant(row, "confirmed_at").orElse(null),
                row.getString("party_secretary_part"),
                row.getString("behind_note"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** How much of a copy was typed; {@code null} for one made before that was counted. */
    static @Nullable FieldShare share(ResultSet row) throws SQLException {
        Integer fields = row.getObject("fields", Integer.class);
        int typed = row.getInt("fields_typed");
        return fields == null ? null : new FieldShare(typed, fields - typed);
    }

    /** The figures of a copy by indicator code: with what followed from other months, and as they were handed in. */
    record Copied(int number, Map<String, SubmittedFigure> followed, Map<String, SubmittedFigure> handedIn) {

        /** Whether anything was handed in. */
        boolean isThere() {
            return number > 0;
        }
    }

    /** A copy: who handed in which texts when; {@code own} when whoever asks had a part in the report. */
    record Copy(
            boolean own,
            String byName,
            Instant at,
            @Nullable FieldShare share,
            ReportPage.Texts texts) {}

    /** A stored report without its figures. */
    record Stored(UUID id, @Nullable ReportStatus status, long version, ReportPage.Head head, ReportPage.Texts texts) {

        /** Whether the township still has it in hand, so that its own page shows what was typed, not a copy. */
        boolean isWithTownship() {
            return status == null || status.isWithTownship();
        }

        static Stored nothing() {
            return new Stored(
                    NONE,
                    null,
                    ReportPage.NOT_BEGUN,
                    new ReportPage.Head(null, "", 0, null, null, ""),
                    new ReportPage.Texts(null, "", "", "", null, "", ""));
        }
    }
}
