package org.xuanpai.division.service;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day on which a unit changed.
 *
 * @param kind what: its state from then on, or which unit it came from or went to
 * @param unitId the other unit; {@code null} for a state
 * @param name the name: its own, or the other unit's
 * @param code the code: its own, or the other unit's
 * @param parentName where it belongs from then on
 */
public record HistoryRow(
        Kind kind,
        LocalDate day,
        @Nullable UUID unitId,
        String name,
        String code,
        @Nullable String parentName) {

    /** What happened. */
    public enum Kind {
        /** It has this name, code and place. */
        STATE,
        /** Another unit was merged into it. */
        MERGED_FROM,
        /** It was merged into another. */
        MERGED_INTO,
        /** It was split off another. */
        SPLIT_FROM,
        /** Another was split off it. */
        SPLIT_INTO
    }
}
