package org.xuanpai.progress.service;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.platform.Constraint;
import org.xuanpai.progress.MayCloseMonths;
import org.xuanpai.progress.MissingNotConfirmed;
import org.xuanpai.progress.MonthNotDue;
import org.xuanpai.progress.NothingLocked;
import org.xuanpai.progress.NothingToLock;
import org.xuanpai.progress.ReopeningOutdated;
import org.xuanpai.progress.ReopeningWaits;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.ReportsWaitForReview;
import org.xuanpai.progress.entity.MonthReopening;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.progress.repository.MonthReopeningRepository;
import org.xuanpai.progress.repository.MonthlyReportRepository;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;

/** Locks a county's month, and reopens a locked one or one report of it when two organizers say so (decision 18). */
@Service
@Transactional
public class MonthCloseService {

    private final MonthlyReportRepository reports;
    private final MonthReopeningRepository reopenings;
    private final LockingInTurn locks;
    private final DueMonths due;
    private final Divisions divisions;
    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    MonthCloseService(
            MonthlyReportRepository reports,
            MonthReopeningRepository reopenings,
            LockingInTurn locks,
            DueMonths due,
            Divisions divisions,
            JdbcClient jdbc,
            AuditTrail trail,
            Clock clock) {
        this.reports = reports;
        this.reopenings = reopenings;
        this.locks = locks;
        this.due = due;
        this.divisions = divisions;
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Locks every approved report of the month. Reports that are missing stay with their townships; they can be locked by a
     * further act once they are approved.
     *
     * @param confirmedMissing the townships without an approved report whose names the organizer saw and confirmed
     * @return how many reports are locked now
     * @throws ReportsWaitForReview while the county has reports of the month to judge
     * @throws NothingToLock when no report of it is approved
     * @throws MissingNotConfirmed when another township is missing than those confirmed
     */
    @MayCloseMonths
    public int lock(CurrentUser user, Period period, Set<UUID> confirmedMissing) {
        if (!due.isOver(period)) {
            throw new MonthNotDue(period);
        }
        locks.now(user.scope().counties());
        List<MonthlyReport> month = reports.findMonthForChange(user.scope(), period.key());
        int waiting = at(month, ReportStatus.SUBMITTED).size();
        if (waiting > 0) {
            throw new ReportsWaitForReview(waiting);
        }
        List<MonthlyReport> approved = at(month, ReportStatus.APPROVED);
        if (approved.isEmpty()) {
            throw new NothingToLock();
        }
        Set<UUID> settled = approved.stream().map(MonthlyReport::townshipId).collect(Collectors.toSet());
        at(month, ReportStatus.LOCKED).forEach(locked -> settled.add(locked.townshipId()));
        List<TownshipView> missing = divisions.industrialTownships(user.scope(), period).stream()
                .filter(township -> !settled.contains(township.id()))
                .toList();
        if (!missing.stream().map(TownshipView::id).collect(Collectors.toSet()).equals(confirmedMissing)) {
            throw new MissingNotConfirmed();
        }
        Instant now = clock.instant();
        UUID lock = store(user, approved.get(0).countyId(), period, now);
        approved.forEach(report -> report.lock(user, now));
        reports.saveAllAndFlush(approved);
        Map<UUID, String> names = divisions.names(settled);
        Map<UUID, String> locked = new HashMap<>();
        approved.forEach(report -> locked.put(report.townshipId(), names.getOrDefault(report.townshipId(), "")));
        units(lock, approved.get(0).countyId(), locked, false);
        units(
                lock,
                approved.get(0).countyId(),
                missing.stream().collect(Collectors.toMap(TownshipView::id, TownshipView::name)),
                true);
        trail.record(TrailEvent.of("month.locked", period.toString(), lock)
                .with("reports", approved.size())
                .with("missing", missing.stream().map(TownshipView::name).collect(Collectors.joining(" · "))));
        return approved.size();
    }

    /**
     * Proposes to reopen. Without effect until a second organizer confirms it.
     *
     * @param township {@code null} for the whole month
     * @throws NothingLocked when nothing of it is locked
     * @throws ReopeningWaits while the same waits for its second person
     * @throws org.xuanpai.progress.ReopeningReasonMissing without a reason
     */
    @MayCloseMonths
    public void proposeReopening(CurrentUser user, Period period, @Nullable UUID township, String reason) {
        MonthlyReport any = locked(user, period, township).stream().findFirst().orElseThrow(NothingLocked::new);
        MonthReopening reopening = new MonthReopening(any.countyId(), period, township, reason, user, clock.instant());
        try {
            reopenings.saveAndFlush(reopening);
        } catch (DataIntegrityViolationException waiting) {
            throw Constraint.isBroken("month_reopening_one_proposal", waiting) ? new ReopeningWaits() : waiting;
        }
        trail.record(event("month.reopeningProposed", reopening));
    }

    /**
     * Reopens: the reports are approved again, not locked, so that figures of them can be corrected.
     *
     * @throws org.xuanpai.shared.SecondPersonNeeded for the proposer
     * @throws AlreadyConfirmed when somebody was quicker
     * @throws org.xuanpai.shared.ProposalWithdrawn when it was taken back
     * @throws NothingLocked when nothing of it is locked any more
     * @throws ReopeningOutdated when it was locked again after this was proposed
     */
    @MayCloseMonths
    public Period confirmReopening(CurrentUser user, UUID id) {
        MonthReopening reopening = reopenings.findById(user.scope(), id).orElseThrow(NotFound::new);
        Instant now = clock.instant();
        reopening.confirm(user, now);
        store(reopening);
        List<MonthlyReport> locked =
                locked(user, reopening.period(), reopening.township().orElse(null));
        if (locked.isEmpty()) {
            throw new NothingLocked();
        }
        if (locked.stream()
                .anyMatch(report -> report.isSince(reopening.confirmation().proposedAt()))) {
            throw new ReopeningOutdated();
        }
        locked.forEach(report -> report.reopen(user, now));
        reports.saveAllAndFlush(locked);
        trail.record(event("month.reopened", reopening)
                .with("proposedBy", reopening.confirmation().proposedByName())
                .with("reports", locked.size()));
        return reopening.period();
    }

    /** Takes a proposal back. Any organizer of the county may. */
    @MayCloseMonths
    public Period withdrawReopening(CurrentUser user, UUID id) {
        MonthReopening reopening = reopenings.findById(user.scope(), id).orElseThrow(NotFound::new);
        reopening.withdraw(clock.instant());
        store(reopening);
        trail.record(event("month.reopeningWithdrawn", reopening));
        return reopening.period();
    }

    private List<MonthlyReport> locked(CurrentUser user, Period period, @Nullable UUID township) {
        return at(reports.findMonthForChange(user.scope(), period.key()), ReportStatus.LOCKED).stream()
                .filter(report -> township == null || report.townshipId().equals(township))
                .toList();
    }

    private static List<MonthlyReport> at(List<MonthlyReport> month, ReportStatus status) {
        return month.stream().filter(report -> report.status() == status).toList();
    }

    private void store(MonthReopening reopening) {
        try {
            reopenings.saveAndFlush(reopening);
        } catch (OptimisticLockingFailureException quicker) {
            throw reopenings.overtaken(reopening.id());
        }
    }

    private UUID store(CurrentUser user, UUID county, Period period, Instant now) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into month_lock (id, county_id, period, locked_by, locked_by_name, locked_at)
                        values (:id, :county, :period, :by, :name, :at)
                        """)
                .param("id", id)
                .param("county", county)
                .param("period", period.key())
                .param("by", user.accountId())
                .param("name", user.displayName())
                .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        return id;
    }

    private void units(UUID lock, UUID county, Map<UUID, String> townships, boolean missing) {
        List<Map.Entry<UUID, String>> units = List.copyOf(townships.entrySet());
        jdbc.sql("""
                        insert into month_lock_unit (lock_id, county_id, township_id, township, missing)
                        select :lock, :county, u.id, u.name, :missing
                        from unnest(cast(:townships as uuid[]), cast(:names as text[])) as u (id, name)
                        """)
                .param("lock", lock)
                .param("county", county)
                .param("townships", units.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .param("names", units.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .param("missing", missing)
                .update();
    }

    private TrailEvent event(String action, MonthReopening reopening) {
        String whose = reopening
                .township()
                .map(township -> divisions.names(List.of(township)).getOrDefault(township, "") + " ")
                .orElse("");
        return TrailEvent.of(action, whose + reopening.period(), reopening.id()).with("reason", reopening.reason());
    }
}
