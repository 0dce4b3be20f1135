package org.xuanpai.posting.people.service;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.people.AssignmentKind;

/**
 * A liaison or secondment of somebody, waiting or on record.
 *
 * @param place the township, and the village where it is one
 * @param document number of the paper that says so
 */
public record AssignmentRow(
        UUID id,
        AssignmentKind kind,
        String place,
        LocalDate from,
        @Nullable LocalDate to,
        String document,
        Decision decision,
        @Nullable String endedByName)
        implements Lasting {

    /** Message key of the kind. */
    public String kindKey() {
        return "posting.people.kind." + kind;
    }

    /** Whether its end can be entered. */
    public boolean isOpenEnded() {
        return !decision.waits() && to == null;
    }
}
