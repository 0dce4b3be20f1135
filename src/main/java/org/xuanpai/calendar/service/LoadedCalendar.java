package org.xuanpai.calendar.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xuanpai.calendar.CalendarYears;
import org.xuanpai.calendar.DeadlineRule;
import org.xuanpai.calendar.StatutoryDay;

/**
 * Reads the editions in effect, all years in one query, and keeps them until the transaction ends: some 40 days a year are
 * cheaper to read whole than to ask for one by one. Nothing is kept longer, so another instance's confirmation counts at once.
 */
@Component
class LoadedCalendar {

    private final JdbcClient jdbc;
    private final DeadlineRule rule;

    LoadedCalendar(JdbcClient jdbc, DeadlineRule rule) {
        this.jdbc = jdbc;
        this.rule = rule;
    }

    /** The calendar as this transaction sees it. */
    CalendarYears get() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("the calendar is read inside a transaction");
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof CalendarYears known) {
            return known;
        }
        CalendarYears loaded = load();
        TransactionSynchronizationManager.bindResource(this, loaded);
        TransactionSynchronizationManager.registerSynchronization(new Forgetting());
        return loaded;
    }

    /** Reads anew at the next call, after this transaction changed the calendar. */
    void forget() {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
    }

    private CalendarYears load() {
        Map<Integer, List<StatutoryDay>> years = new TreeMap<>();
        jdbc.sql("""
                select y.year, d.day, d.day_off, d.name
                from calendar_year y
                         left join calendar_day d on d.calendar_year_id = y.id
                where y.status = 'IN_EFFECT'
                """).query(row -> {
            List<StatutoryDay> days = years.computeIfAbsent(row.getInt("year"), year -> new ArrayList<>());
            LocalDate day = row.getObject("day", LocalDate.class);
            if (day != null) {
                days.add(new StatutoryDay(day, row.getBoolean("day_off"), row.getString("name")));
            }
        });
        return new CalendarYears(years, rule);
    }

    private final class Forgetting implements TransactionSynchronization {

        @Override
        public void suspend() {
            forget();
        }

        @Override
        public void afterCompletion(int status) {
            forget();
        }
    }
}
