package org.xuanpai.progress.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
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
 * ranking. Three queries each, however many rows.
 */
@Service
@Transactional(readOnly = true)
public class ReportListQueries {

    private static final String REPORTS = """
            select r.township_id, r.period, r.status, r.submissions - r.corrections as submissions,
                   r.status_since, r.first_submitted_at
            from monthly_report r
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

    ReportListQueries(JdbcClient jdbc, DueMonths due, Divisions divisions, ReportTimes times) {
        this.jdbc = jdbc;
        this.due = due;
        this.divisions = divisions;
        this.times = times;
    }

    /** The list this reader sees: the own months for a township, one month's townships for everybody above. */
    @MayReadReports
    public ReportList list(CurrentUser user, Optional<Period> month) {
        if (user.role().level() == Role.Level.TOWNSHIP) {
            return new ReportList(user, null, ownMonths(user.scope()), List.of());
        }
        Period period = month.orElseGet(due::latest);
        if (!due.isOver(period)) {
            throw new MonthNotDue(period);
        }
        return new ReportList(user, period, townships(user.scope(), period), due.newestFirst(MONTHS_OFFERED));
    }

    private List<ReportStanding> ownMonths(Scope scope) {
        Map<Key, Stored> reports = reports(scope, null);
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
                rows.add(times.standing(township, period, reports.get(new Key(township.id(), period))));
            }
        }
        return rows;
    }

    private List<ReportStanding> townships(Scope scope, Period period) {
        Map<Key, Stored> reports = reports(scope, period);
        return divisions.industrialTownships(scope, period).stream()
                .map(township -> times.standing(township, period, reports.get(new Key(township.id(), period))))
                .toList();
    }

    private Map<Key, Stored> reports(Scope scope, @Nullable Period period) {
        Map<Key, Stored> reports = new HashMap<>();
        jdbc.sql(REPORTS)
                .param("period", period == null ? null : period.key())
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query(row -> {
                    Key key = new Key(
                            row.getObject("township_id", UUID.class),
                            Period.containing(row.getObject("period", LocalDate.class)));
                    reports.put(key, stored(row));
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
}
