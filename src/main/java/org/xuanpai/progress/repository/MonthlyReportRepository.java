package org.xuanpai.progress.repository;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.shared.Scope;

/** Monthly reports of a scope. */
public interface MonthlyReportRepository extends Repository<MonthlyReport, UUID> {

    MonthlyReport saveAndFlush(MonthlyReport report);

    /**
     * The report of a township and month, locked until the transaction ends, so that two acts on it come one after another.
     *
     * @param period first day of the reported month
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select r from MonthlyReport r
            where r.townshipId = :township and r.period = :period
              and (r.countyId in :#{#scope.counties()} or r.townshipId in :#{#scope.townships()})
            """)
    Optional<MonthlyReport> findForChange(Scope scope, UUID township, LocalDate period);

    /**
     * The reports of a month, whatever their status, locked in the order of their ids until the transaction ends: one moment of
     * the whole month.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select r from MonthlyReport r
            where r.period = :period and r.countyId in :#{#scope.counties()}
            order by r.id
            """)
    List<MonthlyReport> findMonthForChange(Scope scope, LocalDate period);

    /** Stores many at once. */
    List<MonthlyReport> saveAllAndFlush(Iterable<MonthlyReport> reports);

    /** Begins an empty report, unless there is one; whoever comes at the same time waits and finds it. */
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into monthly_report (id, county_id, township_id, period, status, status_since, status_by_name, saved_at,
                                        saved_by_name)
            values (:id, :county, :township, :period, 'DRAFT', :now, :name, :now, :name)
            on conflict (township_id, period) do nothing
            """)
    void beginUnlessBegun(UUID id, UUID county, UUID township, LocalDate period, String name, Instant now);
}
