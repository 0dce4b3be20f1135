package org.xuanpai.industry.service;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a sheet.
 *
 * @param confirmedByName who confirmed it; {@code null} while it waits
 */
public record SheetFacts(
        UUID id,
        UUID proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable String confirmedByName,
        @Nullable Instant confirmedAt) {

    /** Whether the account proposed it and so cannot confirm it. */
    public boolean isFrom(UUID account) {
        return proposedBy.equals(account);
    }

    boolean counts() {
        return confirmedAt != null;
    }
}
