package org.xuanpai.division.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A type in the history of a township.
 *
 * @param id the type
 * @param industrial industrial or not
 * @param validFrom from which day
 * @param reason why, in the proposer's words
 * @param proposedBy the account that proposed it
 * @param proposedByName who proposed it
 * @param proposedAt when
 * @param confirmedByName who confirmed it; {@code null} while it waits
 * @param confirmedAt when
 */
public record TypeRow(
        UUID id,
        boolean industrial,
        LocalDate validFrom,
        String reason,
        UUID proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable String confirmedByName,
        @Nullable Instant confirmedAt) {

    /** The message key of the type. */
    public String typeKey() {
        return industrial ? "division.type.industrial" : "division.type.other";
    }

    /** Whether a second person is still to confirm it. */
    public boolean waits() {
        return confirmedAt == null;
    }

    /** Whether the account proposed it and so cannot confirm it. */
    public boolean isFrom(UUID account) {
        return proposedBy.equals(account);
    }
}
