package org.xuanpai.posting.people.service;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.people.OfficeKind;

/**
 * An office of somebody, proposed or confirmed.
 *
 * @param township where it is held; {@code null} for offices of the county
 * @param end an end that waits for a second organizer; {@code null} for none
 */
public record OfficeRow(
        UUID id,
        OfficeKind kind,
        @Nullable String township,
        String title,
        LocalDate from,
        @Nullable LocalDate to,
        Decision decision,
        @Nullable ProposedEnd end)
        implements Lasting {

    /** Message key of the kind. */
    public String kindKey() {
        return "posting.people.kind." + kind;
    }

    /** Whether its end can be proposed. */
    public boolean isOpenEnded() {
        return !decision.waits() && to == null && end == null;
    }

    /**
     * The end of an office that somebody proposed.
     *
     * @param endsOn first day on which it is held no more
     */
    public record ProposedEnd(UUID id, LocalDate endsOn, String reason, Decision decision) {}
}
