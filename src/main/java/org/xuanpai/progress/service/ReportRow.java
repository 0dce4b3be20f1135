package org.xuanpai.progress.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.calendar.Deadline;
import org.xuanpai.progress.Due;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.Period;

/**
 * A month that is due from a township, with or without a report, as lists show it.
 *
 * @param status {@code null} while nobody has begun
 * @param submissions how often it was handed in
 * @param since since when it is where it is
 * @param byName who brought it there; empty while nobody has begun
 * @param firstSubmittedAt the submission that decides about late
 * @param late whether that one missed the deadline, or there is none and it has passed
 * @param due until when whoever holds it has it; {@code null} when nothing is to be done any more
 */
public record ReportRow(
        UUID townshipId,
        String code,
        String township,
        Period period,
        @Nullable ReportStatus status,
        int submissions,
        Instant since,
        String byName,
        @Nullable Instant firstSubmittedAt,
        Deadline deadline,
        boolean late,
        @Nullable Due due) {

    /** Message key of the state. */
    public String statusKey() {
        return status == null ? "progress.status.NONE" : "progress.status." + status;
    }

    /** The word of the status fragment. */
    public String statusKind() {
        return status == null ? "none" : status.kind();
    }

    /** Whether the township has it in hand. */
    public boolean isWithTownship() {
        return status == null || status.isWithTownship();
    }

    /** Whether somebody has to do something. */
    public boolean isOpen() {
        return due != null;
    }

    /** Message key of who has it in hand; a dash's when nobody has. */
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
}
