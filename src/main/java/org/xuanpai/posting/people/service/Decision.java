package org.xuanpai.posting.people.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who proposed something and who confirmed it.
 *
 * @param proposedBy the account that proposed it and so cannot confirm it
 * @param confirmedByName {@code null} while it waits for a second organizer
 */
public record Decision(
        UUID proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable String confirmedByName,
        @Nullable Instant confirmedAt) {

    /** From the columns of a proposal. */
    static Decision of(ResultSet row, String prefix) throws SQLException {
        OffsetDateTime confirmedAt = row.getObject(prefix + "confirmed_at", OffsetDateTime.class);
        return new Decision(
                row.getObject(prefix + "proposed_by", UUID.class),
                row.getString(prefix + "proposed_by_name"),
                row.getObject(prefix + "proposed_at", OffsetDateTime.class).toInstant(),
                row.getString(prefix + "confirmed_by_name"),
                confirmedAt == null ? null : confirmedAt.toInstant());
    }

    /** Whether a second organizer is still to confirm it. */
    public boolean waits() {
        return confirmedAt == null;
    }
}
