package org.xuanpai.posting.service;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.EndKind;
import org.xuanpai.posting.PostingState;

/**
 * A township with one of its postings; a township without any has one row without.
 *
 * @param industrial whether the township can have a First Secretary; {@code null} while nobody has said
 * @param id the posting; {@code null} for none
 * @param takenOver whether it was entered afterwards (补录)
 * @param confirmed whether what was taken over counts
 * @param filled whether somebody is First Secretary there today
 * @param vacantSince the last day of the latest term, when nobody is; {@code null} for none
 */
public record PostingRow(
        UUID townshipId,
        String code,
        String township,
        @Nullable Boolean industrial,
        @Nullable UUID id,
        @Nullable String personName,
        @Nullable PostingState state,
        @Nullable Boolean takenOver,
        @Nullable Boolean confirmed,
        @Nullable LocalDate termFrom,
        @Nullable LocalDate expectedEnd,
        @Nullable LocalDate endedOn,
        @Nullable EndKind endKind,
        boolean filled,
        @Nullable LocalDate vacantSince) {

    /** How long before its expected end a term is shown as one to decide about. */
    static final int FIRST_WARNING = 60;

    static final int LAST_WARNING = 30;

    /** Whether nobody is First Secretary there, though somebody could be. */
    public boolean isVacant() {
        return !filled && Boolean.TRUE.equals(industrial);
    }

    /** Whether it waits for its second person. */
    public boolean waits() {
        return Boolean.TRUE.equals(takenOver) && state == PostingState.PROPOSED;
    }

    /** Message key of where it stands; {@code null} without a posting. */
    public @Nullable String stateKey() {
        if (state == null) {
            return isVacant() ? "posting.vacant" : null;
        }
        return waits() ? "posting.waits" : "posting.state." + state;
    }

    /** The shape of {@code fragment/status}. */
    public String shape() {
        if (state == null) {
            return "behind";
        }
        return switch (state) {
            case IN_OFFICE -> "ok";
            case ENDED, WITHDRAWN -> "none";
            default -> "wait";
        };
    }

    /** Message key of how it is kept: taken over, or not. */
    public @Nullable String keptKey() {
        return Boolean.TRUE.equals(takenOver) ? "posting.takenOver" : null;
    }

    /** Message key of why it ended; {@code null} while it lasts. */
    public @Nullable String endKey() {
        return endKind == null ? null : "posting.end." + endKind;
    }

    /** Message key of the warning before the expected end (60 and 30 days); {@code null} for none. */
    public @Nullable String warning(LocalDate today) {
        if (state != PostingState.IN_OFFICE || expectedEnd == null || endedOn != null) {
            return null;
        }
        if (expectedEnd.isBefore(today)) {
            return "posting.expected.over";
        }
        if (!expectedEnd.isAfter(today.plusDays(LAST_WARNING))) {
            return "posting.expected.last";
        }
        return expectedEnd.isAfter(today.plusDays(FIRST_WARNING)) ? null : "posting.expected.soon";
    }
}
