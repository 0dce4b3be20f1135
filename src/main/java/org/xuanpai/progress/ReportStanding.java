package org.xuanpai.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.calendar.Deadline;
import org.xuanpai.shared.Period;

/**
 * Where a due report stands, begun or not, and who has it; the same on every list, with the same words.
 *
 * @param code the township's division code
 * @param township its name
 * @param status {@code null} while nobody has begun
 * @param submissions how often it was handed in
 * @param since since when it is where it is
 * @param firstSubmittedAt the submission that decides about late
 * @param late whether that one missed the deadline, or there is none and it has passed
 * @param due until when whoever holds it has it; {@code null} when nothing is to be done any more
 * @param holderName the person in the township who has it; empty when that is not asked or known, or the county has it
 * @param closed why nobody waits for it any more; {@code null} as a rule
 */
public record ReportStanding(
        UUID townshipId,
        String code,
        String township,
        Period period,
        @Nullable ReportStatus status,
        int submissions,
        Instant since,
        @Nullable Instant firstSubmittedAt,
        Deadline deadline,
        boolean late,
        @Nullable Due due,
        String holderName,
        ClosedReports.@Nullable Closed closed) {

    /** The same with the person in the township who has it. */
    public ReportStanding heldBy(String name) {
        return new ReportStanding(
                townshipId,
                code,
                township,
                period,
                status,
                submissions,
                since,
                firstSubmittedAt,
                deadline,
                late,
                due,
                name,
                closed);
    }

    /** The same, which nobody waits for: it is as missing as before, and in nobody's hands. */
    public ReportStanding closedFor(ClosedReports.@Nullable Closed why) {
        return why == null
                ? this
                : new ReportStanding(
                        townshipId,
                        code,
                        township,
                        period,
                        status,
                        submissions,
                        since,
                        firstSubmittedAt,
                        deadline,
                        late,
                        null,
                        "",
                        why);
    }

    /** Message key of the state; takes the number of the submission. */
    public String key() {
        return closed == null && status == ReportStatus.SUBMITTED && submissions > 1
                ? plainKey() + ".again"
                : plainKey();
    }

    /** Message key of the state without the number, for a column of its own beside it. */
    public String plainKey() {
        return "progress.status." + (closed != null ? "CLOSED" : status == null ? "NONE" : status);
    }

    /** The word of the status fragment. */
    public String kind() {
        return status == null || closed != null ? "none" : status.kind();
    }

    /** Whether the township has it in hand. */
    public boolean isWithTownship() {
        return closed == null && (status == null || status.isWithTownship());
    }

    /** Whether somebody has to do something. */
    public boolean isOpen() {
        return due != null;
    }

    /** Whether it was handed in at least once, so that there are figures. */
    public boolean isReported() {
        return submissions > 0;
    }

    /** Whether the deadline passed without a first complete submission. */
    public boolean isMissing() {
        return late && firstSubmittedAt == null;
    }

    /** Whether the township has to be asked for it: missing after the deadline, or returned and the time for that is over. */
    public boolean isToChase() {
        return closed == null && (isMissing() || status == ReportStatus.RETURNED && due != null && due.isOver());
    }

    /** Message key of who has it in hand. */
    public String holderKey() {
        if (!isOpen()) {
            return "progress.holder.nobody";
        }
        return isWithTownship() ? "progress.holder.township" : "progress.holder.county";
    }

    /** Message key of whether it came in time. */
    public String lateKey() {
        if (firstSubmittedAt == null) {
            return late ? "progress.late.missing" : "progress.late.open";
        }
        return late ? "progress.late.late" : "progress.late.onTime";
    }

    /** The word of the status fragment for {@link #lateKey}. */
    public String lateKind() {
        return late ? "late" : firstSubmittedAt == null ? "wait" : "done";
    }

    public @Nullable LocalDate dueDay() {
        return due == null ? null : due.day();
    }

    /** The month as its column shows it. */
    public String monthText() {
        return period.text();
    }

    /** Where it is read. */
    public String path() {
        return "/progress/" + townshipId + "/" + period;
    }

    /** What is stored of a report that was begun. */
    public record Stored(
            ReportStatus status,
            int submissions,
            Instant since,
            @Nullable Instant firstSubmittedAt) {}
}
