package org.xuanpai.progress.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.progress.MonthNotDue;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/**
 * Which months a township owes: those that are over, in which its confirmed type was industrial. Eleven a year, January
 * together with February (domain-rules §7).
 */
@Component
class DueMonths {

    private static final String REPORTED = """
            select exists (
                select from monthly_report r
                where r.township_id = :township and r.period = :period and r.status in ('SUBMITTED', 'APPROVED', 'LOCKED')
                  and (r.county_id = any (cast(:counties as uuid[])) or r.township_id = any (cast(:townships as uuid[]))))
            """;

    private final Divisions divisions;
    private final JdbcClient jdbc;
    private final Clock clock;

    DueMonths(Divisions divisions, JdbcClient jdbc, Clock clock) {
        this.divisions = divisions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The latest period that is over. */
    Period latest() {
        return Period.latestOver(today());
    }

    /**
     * The township, if the month is due from it.
     *
     * @throws NotFound when the township is not in scope
     * @throws MonthNotDue when the month is not over, or the township was not industrial at its end
     */
    TownshipView mustBeDue(Scope scope, UUID townshipId, Period period) {
        TownshipView township =
                divisions.township(scope, townshipId, period.lastDay()).orElseThrow(NotFound::new);
        if (!isOver(period) || !divisions.isIndustrial(scope, townshipId, period.lastDay())) {
            throw new MonthNotDue(period);
        }
        return township;
    }

    /**
     * The township, if the month is due from it, or was when it handed it in: what was reported is found again as it was reported,
     * also when a type or a merger was confirmed afterwards that counts from before (decision 16).
     *
     * @throws NotFound when the township is not in scope
     * @throws MonthNotDue when the month is not over, or the township neither owes nor reported it
     */
    TownshipView mustBeDueOrReported(Scope scope, UUID townshipId, Period period) {
        TownshipView township =
                divisions.township(scope, townshipId, period.lastDay()).orElseThrow(NotFound::new);
        if (!isOver(period)
                || !divisions.isIndustrial(scope, townshipId, period.lastDay())
                        && !isReported(scope, townshipId, period)) {
            throw new MonthNotDue(period);
        }
        return township;
    }

    private boolean isReported(Scope scope, UUID township, Period period) {
        return jdbc.sql(REPORTED)
                .param("township", township)
                .param("period", period.key())
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query(Boolean.class)
                .single();
    }

    boolean isOver(Period period) {
        return period.lastDay().isBefore(today());
    }

    /** Periods that are over, newest first. */
    List<Period> newestFirst(int count) {
        return Stream.iterate(latest(), Period::previous).limit(count).toList();
    }

    /** How many periods there are from the first to the latest one that is over; not fewer than {@code atLeast}. */
    int periodsSince(Period first, int atLeast) {
        int count = (latest().year() - first.year()) * Period.PER_YEAR + latest().monthValue() - first.monthValue() + 1;
        return Math.max(count, atLeast);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
