package org.xuanpai.cockpit.service;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.progress.Due;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.Period;

/**
 * Where a due report stands and who has it.
 *
 * @param status {@code null} while nobody has begun
 * @param submissions how often it was handed in
 * @param since since when it is where it is
 * @param holderName the person in the township who has it; empty when nobody is known or the county has it
 * @param missing whether the deadline passed without a first complete submission
 * @param due until when whoever holds it has it; {@code null} when nothing is to be done any more
 */
public record ReportState(
        UUID townshipId,
        String township,
        Period period,
        @Nullable ReportStatus status,
        int submissions,
        Instant since,
        String holderName,
        boolean missing,
        @Nullable Due due) {

    /** Message key of the state; takes the number of the submission. */
    public String key() {
        if (status == null) {
            return "cockpit.state.NONE";
        }
        return status == ReportStatus.SUBMITTED && submissions > 1
                ? "cockpit.state.SUBMITTED.again"
                : "cockpit.state." + status;
    }

    /** Message key of the state without the number, for a column of its own beside it. */
    public String plainKey() {
        return "cockpit.state." + (status == null ? "NONE" : status);
    }

    /** The word of the status fragment. */
    public String kind() {
        if (status == null) {
            return "none";
        }
        return switch (status) {
            case DRAFT -> "open";
            case SUBMITTED -> "wait";
            case RETURNED -> "back";
            case APPROVED, LOCKED -> "done";
        };
    }

    /** Whether the township has it in hand. */
    public boolean isWithTownship() {
        return status == null || status.isWithTownship();
    }

    /** Whether it was handed in at least once, so that there are figures. */
    public boolean isReported() {
        return submissions > 0;
    }

    /** Message key of who has it in hand. */
    public String holderKey() {
        if (due == null) {
            return "cockpit.holder.nobody";
        }
        return isWithTownship() ? "cockpit.holder.township" : "cockpit.holder.county";
    }

    /** Whether the township has to be asked for it: missing after the deadline, or returned and the time for that is over. */
    public boolean isToChase() {
        return missing || status == ReportStatus.RETURNED && due != null && due.isOver();
    }

    /** Where it is read. */
    public String path() {
        return "/progress/" + townshipId + "/" + period;
    }
}
