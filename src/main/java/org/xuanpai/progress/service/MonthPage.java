package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.ReportStanding;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Permission;

/**
 * A county's month as a whole: what is complete and what is missing, and whether it is locked.
 *
 * @param units the townships from which the month is due, in the order of codes
 * @param requiredFields how many figures are required from all of them together
 * @param locks acts that locked it, newest first
 * @param reopenings reopenings, newest first
 */
public record MonthPage(
        CurrentUser reader,
        Period period,
        List<Unit> units,
        int requiredFields,
        List<Lock> locks,
        List<Reopening> reopenings) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Townships whose first complete submission is there; corrections and further rounds do not count again. */
    public long reported() {
        return units.stream()
                .filter(unit -> unit.standing().firstSubmittedAt() != null)
                .count();
    }

    public long inTime() {
        return units.stream()
                .filter(unit -> unit.standing().firstSubmittedAt() != null
                        && !unit.standing().late())
                .count();
    }

    /** Share of the due townships that reported, never above 100; {@code null} when none is due. */
    public @Nullable BigDecimal share() {
        return percent(reported(), units.size());
    }

    public long missingFields() {
        return units.stream().mapToLong(unit -> unit.missing().size()).sum();
    }

    public long presentFields() {
        return requiredFields - missingFields();
    }

    /** Share of the required figures that are there; {@code null} when none is required. */
    public @Nullable BigDecimal fieldShare() {
        return percent(presentFields(), requiredFields);
    }

    private static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.DOWN);
    }

    /** Townships to be reminded: the late ones. */
    public List<Unit> late() {
        return units.stream().filter(unit -> unit.standing().isToChase()).toList();
    }

    /** Late ones that were not reminded on this working day. */
    public long toRemind() {
        return late().stream().filter(unit -> !unit.remindedToday()).count();
    }

    /** Townships a lock would leave out. */
    public List<Unit> notApproved() {
        return units.stream()
                .filter(unit -> !unit.isAt(ReportStatus.APPROVED) && !unit.isAt(ReportStatus.LOCKED))
                .toList();
    }

    /** Townships that ended and whose month nobody can finish. */
    public List<Unit> toClose() {
        return units.stream().filter(Unit::isToClose).toList();
    }

    /** Months that are not waited for. */
    public List<ReportStanding> closed() {
        return units.stream()
                .map(Unit::standing)
                .filter(standing -> standing.closed() != null)
                .toList();
    }

    public long waiting() {
        return count(ReportStatus.SUBMITTED);
    }

    public long approved() {
        return count(ReportStatus.APPROVED);
    }

    public List<Unit> locked() {
        return units.stream().filter(unit -> unit.isAt(ReportStatus.LOCKED)).toList();
    }

    private long count(ReportStatus status) {
        return units.stream().filter(unit -> unit.isAt(status)).count();
    }

    public boolean mayClose() {
        return reader.may(Permission.CLOSE_MONTHS);
    }

    public boolean mayRemind() {
        return reader.may(Permission.REVIEW_REPORTS);
    }

    /** Reopenings that wait for their second person. */
    public List<Reopening> proposals() {
        return reopenings.stream().filter(Reopening::isOpen).toList();
    }

    /**
     * A township from which the month is due.
     *
     * @param missing required figures that are not in its latest copy
     * @param remindedAt when it was reminded last; {@code null} for never
     * @param abandoned whether it ended and nobody reports for it
     */
    public record Unit(
            ReportStanding standing,
            List<IndicatorView> missing,
            @Nullable Instant remindedAt,
            boolean remindedToday,
            boolean abandoned) {

        boolean isToClose() {
            return abandoned && standing.isWithTownship();
        }

        boolean isAt(ReportStatus status) {
            return standing.status() == status;
        }
    }

    /** An act that locked the month, with the names of townships it left out. */
    public record Lock(String byName, Instant at, int reports, List<String> missing) {}

    /**
     * A reopening.
     *
     * @param township the report's township; empty for the whole month
     * @param own whether the reader proposed it, who then cannot confirm it
     */
    public record Reopening(
            UUID id,
            String township,
            String reason,
            String proposedByName,
            Instant proposedAt,
            @Nullable String confirmedByName,
            @Nullable Instant confirmedAt,
            boolean withdrawn,
            boolean own) {

        public boolean isOpen() {
            return confirmedAt == null && !withdrawn;
        }
    }
}
