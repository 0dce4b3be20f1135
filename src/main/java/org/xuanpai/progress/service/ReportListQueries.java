package org.xuanpai.progress.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.Lineage;
import org.xuanpai.division.Shape;
import org.xuanpai.division.TownshipView;
import org.xuanpai.progress.ClosedReports;
import org.xuanpai.progress.ClosedReports.Closed;
import org.xuanpai.progress.FieldShare;
import org.xuanpai.progress.MayReadReports;
import org.xuanpai.progress.MonthNotDue;
import org.xuanpai.progress.ReportStanding;
import org.xuanpai.progress.ReportStanding.Stored;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.Scope;

/**
 * Lists of due months: a township's own, newest first, or every due township of one month in the order of codes, which is no
 * ranking. Four queries each, however many rows.
 */
@Service
@Transactional(readOnly = true)
public class ReportListQueries {

    private static final String REPORTS = """
            select r.township_id, r.period, r.status, r.submissions - r.corrections as submissions,
                   r.status_since, r.first_submitted_at, c.fields, c.fields_typed
            from monthly_report r left join submitted_copy c on c.report_id = r.id and c.number = r.submissions
            where (cast(:period as date) is null or r.period = :period)
              and (r.county_id = any (cast(:counties as uuid[])) or r.township_id = any (cast(:townships as uuid[])))
            """;

    /** As many months as a township sees before it has reported anything: a full year. */
    private static final int FIRST_LIST = Period.PER_YEAR;

    private static final int MONTHS_OFFERED = 3 * Period.PER_YEAR;

    private final JdbcClient jdbc;
    private final DueMonths due;
    private final Divisions divisions;
    private final ReportTimes times;
    private final ReportClosings closings;

    ReportListQueries(JdbcClient jdbc, DueMonths due, Divisions divisions, ReportTimes times, ReportClosings closings) {
        this.jdbc = jdbc;
        this.due = due;
        this.divisions = divisions;
        this.times = times;
        this.closings = closings;
    }

    /** The list this reader sees: the own months for a township, one month's townships for everybody above. */
    @MayReadReports
    public ReportList list(CurrentUser user, Optional<Period> month) {
        return list(user, month, Shape.THEN);
    }

    /** {@link #list}, under today's townships when that shape is asked for: reports stay single documents. */
    @MayReadReports
    public ReportList list(CurrentUser user, Optional<Period> month, Shape shape) {
        if (user.role().level() == Role.Level.TOWNSHIP) {
            Map<Key, Found> reports = reports(user.scope(), null);
            return new ReportList(
                    user, null, ownMonths(user.scope(), reports), List.of(), shares(reports), Shape.THEN, Map.of());
        }
        Period period = month.orElseGet(due::latest);
        if (!due.isOver(period)) {
            throw new MonthNotDue(period);
        }
        Map<Key, Found> reports = reports(user.scope(), period);
        List<ReportStanding> rows = townships(user.scope(), period, reports);
        Map<ClosedReports.Key, Closed> closed = closings.of(user.scope(), period, period);
        rows.replaceAll(row -> row.closedFor(closed.get(new ClosedReports.Key(row.townshipId(), period))));
        List<Period> months = due.newestFirst(MONTHS_OFFERED);
        return shape == Shape.THEN
                ? new ReportList(user, period, rows, months, shares(reports), shape, Map.of())
                : underToday(user, period, rows, months, shares(reports));
    }

    private ReportList underToday(
            CurrentUser user,
            Period period,
            List<ReportStanding> rows,
            List<Period> months,
            Map<String, FieldShare> shares) {
        Scope scope = user.scope();
        Lineage lineage = divisions.lineage(scope, Shape.TODAY);
        Map<UUID, TownshipView> today = new HashMap<>();
        divisions.townships(scope, due.today()).forEach(township -> today.put(township.id(), township));
        Map<UUID, String> names = new HashMap<>();
        Map<UUID, String> codes = new HashMap<>();
        for (ReportStanding row : rows) {
            TownshipView now = today.get(lineage.now(row.townshipId(), period.lastDay()));
            codes.put(row.townshipId(), now == null ? row.code() : now.code());
            if (now != null && !now.name().equals(row.township())) {
                names.put(row.townshipId(), now.name());
            }
        }
        List<ReportStanding> sorted = rows.stream()
                .sorted(Comparator.comparing((ReportStanding row) -> codes.getOrDefault(row.townshipId(), row.code()))
                        .thenComparing(ReportStanding::code))
                .toList();
        return new ReportList(user, period, sorted, months, shares, Shape.TODAY, names);
    }

    private static Map<String, FieldShare> shares(Map<Key, Found> reports) {
        Map<String, FieldShare> shares = new HashMap<>();
        reports.forEach((key, found) -> {
            if (found.share() != null) {
                shares.put(ReportList.key(key.township(), key.period()), found.share());
            }
        });
        return shares;
    }

    private List<ReportStanding> ownMonths(Scope scope, Map<Key, Found> reports) {
        Period first = reports.keySet().stream()
                .map(Key::period)
                .min(Period::compareTo)
                .orElseGet(due::latest);
        List<Period> periods = due.newestFirst(due.periodsSince(first, FIRST_LIST));
        Map<LocalDate, List<TownshipView>> industrial = divisions.industrialTownships(
                scope, periods.stream().map(Period::lastDay).toList());
        List<ReportStanding> rows = new ArrayList<>();
        for (Period period : periods) {
            for (TownshipView township : industrial.getOrDefault(period.lastDay(), List.of())) {
                rows.add(standing(township, period, reports));
            }
            rows.addAll(noLongerDue(scope, period, rows, reports));
        }
        return rows;
    }

    private ReportStanding standing(TownshipView township, Period period, Map<Key, Found> reports) {
        Found found = reports.get(new Key(township.id(), period));
        return times.standing(township, period, found == null ? null : found.stored());
    }

    private List<ReportStanding> townships(Scope scope, Period period, Map<Key, Found> reports) {
        List<ReportStanding> rows = new ArrayList<>();
        divisions.industrialTownships(scope, period).forEach(due -> rows.add(standing(due, period, reports)));
        List<ReportStanding> others = noLongerDue(scope, period, rows, reports);
        rows.addAll(others);
        if (!others.isEmpty()) {
            rows.sort(Comparator.comparing(ReportStanding::code));
        }
        return rows;
    }

    /**
     * Approved reports that nobody would owe today, because a type or a merger was confirmed afterwards that counts from before:
     * they are found again as they were reported. One look-up each, for there are hardly ever any.
     */
    private List<ReportStanding> noLongerDue(
            Scope scope, Period period, List<ReportStanding> due, Map<Key, Found> reports) {
        Set<Key> there =
                due.stream().map(row -> new Key(row.townshipId(), row.period())).collect(Collectors.toSet());
        List<ReportStanding> others = new ArrayList<>();
        reports.forEach((key, found) -> {
            boolean kept = found.stored().status() == ReportStatus.APPROVED
                    || found.stored().status() == ReportStatus.LOCKED;
            if (kept && key.period().equals(period) && !there.contains(key)) {
                divisions
                        .township(scope, key.township(), period.lastDay())
                        .ifPresent(township -> others.add(standing(township, period, reports)));
            }
        });
        return others;
    }

    private Map<Key, Found> reports(Scope scope, @Nullable Period period) {
        Map<Key, Found> reports = new HashMap<>();
        jdbc.sql(REPORTS)
                .param("period", period == null ? null : period.key())
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query(row -> {
                    Key key = new Key(
                            row.getObject("township_id", UUID.class),
                            Period.containing(row.getObject("period", LocalDate.class)));
                    reports.put(key, new Found(stored(row), StoredReports.share(row)));
                });
        return reports;
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                ReportStatus.valueOf(row.getString("status")),
                row.getInt("submissions"),
                row.getObject("status_since", OffsetDateTime.class).toInstant(),
                instant(row, "first_submitted_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private record Key(UUID township, Period period) {}

    private record Found(Stored stored, @Nullable FieldShare share) {}
}
