package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.progress.CopyKind;
import org.xuanpai.progress.MayReadReports;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** The copies of a report and what changed in them. A fixed number of queries, however many copies. */
@Service
@Transactional(readOnly = true)
public class VersionQueries {

    private static final String REPORT = """
            select r.id, r.status, r.submissions from monthly_report r
            where r.township_id = :township and r.period = :period and r.submissions > 0
              and (r.county_id = any (cast(:counties as uuid[])) or r.township_id = any (cast(:townships as uuid[])))
            """;

    private static final String COPIES = """
            select c.number, c.kind, c.submitted_by_name, c.submitted_at, coalesce(x.proposed_by_name, '') as proposed_by_name,
                   coalesce(x.note, '') as note
            from submitted_copy c left join figure_correction x on x.id = c.correction_id
            where c.report_id = :report
            order by c.number desc
            """;

    private static final String FIGURES = """
            select c.number, f.indicator_code, f.typed
            from submitted_copy c join submitted_figure f on f.copy_id = c.id
            where c.report_id = :report
            """;

    private static final String FOLLOWS = """
            select f.indicator_code, coalesce(x.period, q.period) as period, x.id is not null as by_correction, v.revised_at,
                   f.month_value as month_before, v.month_value as month_now,
                   f.cumulative as cumulative_before, v.cumulative as cumulative_now,
                   f.growth as growth_before, v.growth as growth_now,
                   f.completion as completion_before, v.completion as completion_now
            from monthly_report r
            join submitted_copy c on c.report_id = r.id and c.number = r.submissions
            join submitted_figure f on f.copy_id = c.id
            join figure_revision v
              on v.copy_id = f.copy_id and v.indicator_code = f.indicator_code and v.superseded_at is null
            left join figure_correction x on x.id = v.correction_id
            left join submitted_copy q on q.id = v.cause_copy_id
            where r.id = :report
            order by v.revised_at desc, f.indicator_code
            """;

    private static final String PROPOSAL = """
            select x.id, x.indicator_code, x.old_value, x.new_value, x.note, x.proposed_by, x.proposed_by_name, x.proposed_at
            from figure_correction x
            where x.report_id = :report and x.confirmed_at is null and x.withdrawn_at is null
            """;

    private final Divisions divisions;
    private final Indicators indicators;
    private final FigureChanges changes;
    private final JdbcClient jdbc;

    VersionQueries(Divisions divisions, Indicators indicators, FigureChanges changes, JdbcClient jdbc) {
        this.divisions = divisions;
        this.indicators = indicators;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    /**
     * The copies of a township's month.
     *
     * @throws NotFound when the township is not in scope or has handed in nothing
     */
    @MayReadReports
    public VersionsPage page(CurrentUser user, UUID townshipId, Period period) {
        TownshipView township = divisions.township(user.scope(), townshipId).orElseThrow(NotFound::new);
        Found report = report(user.scope(), townshipId, period).orElseThrow(NotFound::new);
        Map<String, IndicatorView> asked = indicators.askedIn(period).stream()
                .collect(Collectors.toMap(
                        IndicatorView::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        TreeMap<Integer, Map<String, BigDecimal>> typed = typed(report.id());
        Map<String, BigDecimal> latest =
                typed.isEmpty() ? Map.of() : typed.lastEntry().getValue();
        List<VersionsPage.Figure> figures = asked.values().stream()
                .filter(indicator -> indicator.isTyped() && latest.containsKey(indicator.code()))
                .map(indicator ->
                        new VersionsPage.Figure(indicator, Objects.requireNonNull(latest.get(indicator.code()))))
                .toList();
        return new VersionsPage(
                user,
                township,
                period,
                report.status(),
                versions(report.id(), typed, asked),
                follows(report.id(), asked),
                changes.otherwise(user.scope(), township, period, report.id(), report.number()),
                proposal(user, report.id(), asked),
                figures);
    }

    private Optional<Found> report(Scope scope, UUID township, Period period) {
        return jdbc.sql(REPORT)
                .param("township", township)
                .param("period", period.key())
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query((row, n) -> new Found(
                        row.getObject("id", UUID.class),
                        ReportStatus.valueOf(row.getString("status")),
                        row.getInt("submissions")))
                .optional();
    }

    private TreeMap<Integer, Map<String, BigDecimal>> typed(UUID report) {
        TreeMap<Integer, Map<String, BigDecimal>> typed = new TreeMap<>();
        jdbc.sql(FIGURES).param("report", report).query(row -> {
            typed.computeIfAbsent(row.getInt("number"), number -> new TreeMap<>())
                    .put(row.getString("indicator_code"), row.getBigDecimal("typed"));
        });
        return typed;
    }

    private List<VersionsPage.Version> versions(
            UUID report, Map<Integer, Map<String, BigDecimal>> typed, Map<String, IndicatorView> asked) {
        return jdbc.sql(COPIES)
                .param("report", report)
                .query((row, n) -> {
                    int number = row.getInt("number");
                    return new VersionsPage.Version(
                            number,
                            CopyKind.valueOf(row.getString("kind")),
                            row.getString("submitted_by_name"),
                            instant(row, "submitted_at"),
                            row.getString("proposed_by_name"),
                            row.getString("note"),
                            number == 1
                                    ? List.of()
                                    : changes(
                                            typed.getOrDefault(number - 1, Map.of()),
                                            typed.getOrDefault(number, Map.of()),
                                            asked));
                })
                .list();
    }

    private static List<VersionsPage.Change> changes(
            Map<String, BigDecimal> before, Map<String, BigDecimal> now, Map<String, IndicatorView> asked) {
        List<VersionsPage.Change> changes = new ArrayList<>();
        for (IndicatorView indicator : asked.values()) {
            BigDecimal old = before.get(indicator.code());
            BigDecimal fresh = now.get(indicator.code());
            if (!same(old, fresh)) {
                changes.add(new VersionsPage.Change(indicator, old, fresh));
            }
        }
        return changes;
    }

    private List<VersionsPage.Follow> follows(UUID report, Map<String, IndicatorView> asked) {
        List<VersionsPage.Follow> follows = new ArrayList<>();
        jdbc.sql(FOLLOWS).param("report", report).query(row -> {
            IndicatorView indicator = asked.get(row.getString("indicator_code"));
            if (indicator != null) {
                Map<String, VersionsPage.Values> values = new LinkedHashMap<>();
                add(values, "progress.form.month", row, "month");
                add(values, "progress.form.cumulative", row, "cumulative");
                add(values, "progress.export.growth", row, "growth");
                add(values, "progress.export.completion", row, "completion");
                follows.add(new VersionsPage.Follow(
                        indicator,
                        Period.containing(row.getObject("period", LocalDate.class)),
                        row.getBoolean("by_correction"),
                        instant(row, "revised_at"),
                        values));
            }
        });
        return follows;
    }

    private static void add(Map<String, VersionsPage.Values> values, String key, ResultSet row, String column)
            throws SQLException {
        BigDecimal before = row.getBigDecimal(column + "_before");
        BigDecimal now = row.getBigDecimal(column + "_now");
        if (!same(before, now)) {
            values.put(key, new VersionsPage.Values(before, now));
        }
    }

    private Optional<VersionsPage.Proposal> proposal(CurrentUser user, UUID report, Map<String, IndicatorView> asked) {
        return jdbc.sql(PROPOSAL)
                .param("report", report)
                .query((row, n) -> new VersionsPage.Proposal(
                        row.getObject("id", UUID.class),
                        Objects.requireNonNull(asked.get(row.getString("indicator_code"))),
                        row.getBigDecimal("old_value"),
                        row.getBigDecimal("new_value"),
                        row.getString("note"),
                        row.getString("proposed_by_name"),
                        instant(row, "proposed_at"),
                        user.accountId().equals(row.getObject("proposed_by", UUID.class))))
                .optional();
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private record Found(UUID id, ReportStatus status, int number) {}
}
