package org.xuanpai.progress.service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.division.Consequence;
import org.xuanpai.division.HangsOnUnits;
import org.xuanpai.shared.ArrayText;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** Reports of townships that end. The month in which one ends is its successor's. */
@Component
class ReportsAtUnits implements HangsOnUnits {

    private final JdbcClient jdbc;
    private final LockingInTurn locks;

    ReportsAtUnits(JdbcClient jdbc, LockingInTurn locks) {
        this.jdbc = jdbc;
        this.locks = locks;
    }

    @Override
    public List<Consequence> whenTheyEnd(Scope scope, Collection<UUID> units, LocalDate day) {
        return jdbc.sql("""
                        select count(*) filter (where submissions > 0 and period < :first and period >= :year) as kept,
                               count(*) filter (where status in ('DRAFT', 'RETURNED') and period < :first) as open,
                               count(*) filter (where status = 'SUBMITTED' and period < :first) as waiting,
                               count(*) filter (where period >= :first) as late
                        from monthly_report
                        where township_id = any (cast(:units as uuid[])) and county_id = any (cast(:counties as uuid[]))""")
                .param("first", Period.containing(day).key())
                .param("year", LocalDate.of(day.getYear(), 1, 1))
                .param("units", ArrayText.of(units))
                .param("counties", scope.countyArray())
                .query((row, n) -> List.of(
                        new Consequence("division.follows.reports", row.getLong("kept"), false),
                        new Consequence("division.follows.openReports", row.getLong("open"), true),
                        new Consequence("division.follows.waitingReports", row.getLong("waiting"), true),
                        new Consequence("division.follows.lateReports", row.getLong("late"), true)))
                .single();
    }

    /**
     * A locked month says by name who owed a report, and that follows from the land of its last day. A month that was reopened
     * is settled as long as one of its reports is locked.
     */
    @Override
    public Optional<LocalDate> settledUntil(Scope scope) {
        locks.notNow(scope.counties());
        return jdbc.sql("""
                        select period from monthly_report
                        where county_id = any (cast(:counties as uuid[])) and status = 'LOCKED'
                        order by period desc limit 1""")
                .param("counties", scope.countyArray())
                .query(LocalDate.class)
                .optional()
                .map(period -> Period.containing(period).lastDay());
    }
}
