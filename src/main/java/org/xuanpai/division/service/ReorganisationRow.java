package org.xuanpai.division.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.ReorganisationKind;

/**
 * A change of the land in the list and at the head of its page.
 *
 * @param units names of the units it changes, as they were the day before
 * @param opens names of the units that come into being
 * @param confirmedByName who confirmed it; {@code null} while it waits or when it was taken back
 */
public record ReorganisationRow(
        UUID id,
        ReorganisationKind kind,
        LocalDate effectiveOn,
        String reason,
        @Nullable String units,
        @Nullable String opens,
        UUID proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable String confirmedByName,
        @Nullable Instant confirmedAt,
        @Nullable Instant withdrawnAt) {

    /** Whether a second person is still to confirm it. */
    public boolean waits() {
        return confirmedAt == null && withdrawnAt == null;
    }

    /** Message key of its state. */
    public String stateKey() {
        if (waits()) {
            return "division.reorganisation.waits";
        }
        return confirmedAt == null ? "division.reorganisation.withdrawn" : "division.reorganisation.confirmed";
    }

    /** The word of the status fragment. */
    public String stateKind() {
        if (waits()) {
            return "wait";
        }
        return confirmedAt == null ? "none" : "done";
    }

    /** Whether the account proposed it and so cannot confirm it. */
    public boolean isFrom(UUID account) {
        return proposedBy.equals(account);
    }
}
