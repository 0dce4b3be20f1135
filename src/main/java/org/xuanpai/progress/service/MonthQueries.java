package org.xuanpai.progress.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.progress.MayReadReports;
import org.xuanpai.progress.ReportStanding;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.Scope;

/** A county's month as a whole. A fixed number of queries, however many townships. */
@Service
@Transactional(readOnly = true)
public class MonthQueries {

    private static final String PRESENT = """
            select c.township_id, f.indicator_code
            from monthly_report r
            join submitted_copy c on c.report_id = r.id and c.number = r.submissions
            join submitted_figure f on f.copy_id = c.id
            where r.period = :period
              and (r.county_id = any (cast(:counties as uuid[])) or r.township_id = any (cast(:townships as uuid[])))
            """;

    private static final String LOCKS = """
            select l.locked_by_name, l.locked_at, count(*) filter (where not u.missing) as reports,
                   coalesce(string_agg(u.township, '|' order by u.township) filter (where u.missing), '') as missing
            from month_lock l join month_lock_unit u on u.lock_id = l.id
            where l.period = :period
              and (u.county_id = any (cast(:counties as uuid[])) or u.township_id = any (cast(:townships as uuid[])))
            group by l.id
            order by l.locked_at desc
            """;

    private static final String REOPENINGS = """
            select o.id, coalesce(d.name, '') as township, o.reason, o.proposed_by, o.proposed_by_name, o.proposed_at,
                   o.confirmed_by_name, o.confirmed_at, o.withdrawn_at is not null as withdrawn
            from month_reopening o left join division d on d.id = o.township_id
            where o.period = :period
              and (o.county_id = any (cast(:counties as uuid[])) or o.township_id = any (cast(:townships as uuid[])))
            order by o.proposed_at desc
            """;

    private static final String REMINDERS = """
            select township_id, max(sent_at) as sent_at, bool_or(working_day = :today) as today
            from report_reminder
            where period = :period
              and (county_id = any (cast(:counties as uuid[])) or township_id = any (cast(:townships as uuid[])))
            group by township_id
            """;

    private final ReportListQueries lists;
    private final Indicators indicators;
    private final ReportTimes times;
    private final ReportClosings closings;
    private final JdbcClient jdbc;
    private final Clock clock;

    MonthQueries(
            ReportListQueries lists,
            Indicators indicators,
            ReportTimes times,
            ReportClosings closings,
            JdbcClient jdbc,
            Clock clock) {
        this.lists = lists;
        this.indicators = indicators;
        this.times = times;
        this.closings = closings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The month of a county.
     *
     * @throws NotFound for whoever works for a township, who sees the own reports only
     * @throws org.xuanpai.progress.MonthNotDue when the month is not over
     */
    @MayReadReports
    public MonthPage page(CurrentUser user, Period period) {
        if (user.role().level() == Role.Level.TOWNSHIP) {
            throw new NotFound();
        }
        List<ReportStanding> rows = lists.list(user, Optional.of(period)).rows();
        List<IndicatorView> asked = indicators.askedIn(period);
        Map<UUID, Set<String>> targeted = indicators.targeted(
                user.scope(), rows.stream().map(ReportStanding::townshipId).toList(), period.year());
        Map<UUID, Set<String>> present = present(user.scope(), period);
        Map<UUID, Reminded> reminders = reminders(user.scope(), period);
        Set<UUID> abandoned = closings.abandoned(
                user.scope(), rows.stream().map(ReportStanding::townshipId).toList());
        List<MonthPage.Unit> units = new ArrayList<>();
        int fields = 0;
        for (ReportStanding row : rows) {
            UUID township = row.townshipId();
            Set<String> required = targeted.getOrDefault(township, Set.of());
            Set<String> there = present.getOrDefault(township, Set.of());
            // what others issue is not the township's to miss
            List<IndicatorView> due = asked.stream()
                    .filter(one -> one.isTyped() && required.contains(one.code()))
                    .toList();
            fields += due.size();
            units.add(unit(
                    row,
                    due.stream().filter(one -> !there.contains(one.code())).toList(),
                    reminders.get(township),
                    abandoned.contains(township)));
        }
        return new MonthPage(user, period, units, fields, locks(user.scope(), period), reopenings(user, period));
    }

    private static MonthPage.Unit unit(
            ReportStanding row, List<IndicatorView> missing, @Nullable Reminded reminded, boolean abandoned) {
        return new MonthPage.Unit(
                row, missing, reminded == null ? null : reminded.at(), reminded != null && reminded.today(), abandoned);
    }

    private Map<UUID, Set<String>> present(Scope scope, Period period) {
        Map<UUID, Set<String>> present = new HashMap<>();
        of(PRESENT, scope, period).query(row -> {
            present.computeIfAbsent(row.getObject("township_id", UUID.class), id -> new HashSet<>())
                    .add(row.getString("indicator_code"));
        });
        return present;
    }

    private Map<UUID, Reminded> reminders(Scope scope, Period period) {
        Map<UUID, Reminded> reminders = new HashMap<>();
        of(REMINDERS, scope, period)
                .param("today", times.workingDayOf(clock.instant()))
                .query(row -> {
                    reminders.put(
                            row.getObject("township_id", UUID.class),
                            new Reminded(instant(row, "sent_at"), row.getBoolean("today")));
                });
        return reminders;
    }

    private List<MonthPage.Lock> locks(Scope scope, Period period) {
        return of(LOCKS, scope, period)
                .query((row, n) -> new MonthPage.Lock(
                        row.getString("locked_by_name"),
                        instant(row, "locked_at"),
                        row.getInt("reports"),
                        Arrays.stream(row.getString("missing").split("\\|"))
                                .filter(name -> !name.isEmpty())
                                .toList()))
                .list();
    }

    private List<MonthPage.Reopening> reopenings(CurrentUser user, Period period) {
        return of(REOPENINGS, user.scope(), period)
                .query((row, n) -> new MonthPage.Reopening(
                        row.getObject("id", UUID.class),
                        row.getString("township"),
                        row.getString("reason"),
                        row.getString("proposed_by_name"),
                        instant(row, "proposed_at"),
                        row.getString("confirmed_by_name"),
                        row.getObject("confirmed_at") == null ? null : instant(row, "confirmed_at"),
                        row.getBoolean("withdrawn"),
                        user.accountId().equals(row.getObject("proposed_by", UUID.class))))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Scope scope, Period period) {
        return jdbc.sql(sql)
                .param("period", period.key())
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private record Reminded(Instant at, boolean today) {}
}
