package org.xuanpai.cockpit.service;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
 * @param summed whether several reports of townships that are one today are shown as one
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
        @Nullable Due due,
        boolean summed) {

    /** From the first step to the last; not begun comes before all. */
    private static final List<ReportStatus> WAY = List.of(
            ReportStatus.DRAFT,
            ReportStatus.RETURNED,
            ReportStatus.SUBMITTED,
            ReportStatus.APPROVED,
            ReportStatus.LOCKED);

    /** Several reports under one township's name: as far as the one that is least far, and held by whoever holds that. */
    static ReportState summed(UUID townshipId, String township, List<ReportState> parts) {
        ReportState last = parts.stream()
                .min(Comparator.comparingInt(part -> part.status == null ? -1 : WAY.indexOf(part.status)))
                .orElseThrow();
        return new ReportState(
                townshipId,
                township,
                last.period,
                last.status,
                parts.stream().mapToInt(ReportState::submissions).min().orElse(0),
                last.since,
                last.holderName,
                parts.stream().anyMatch(ReportState::missing),
                last.due,
                true);
    }

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
        return status == null ? "none" : status.kind();
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
        return "/progress/" + townshipId + "/" + period + (summed ? "/sum" : "");
    }
}
