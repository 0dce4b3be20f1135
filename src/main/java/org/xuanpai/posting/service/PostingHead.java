package org.xuanpai.posting.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.EndKind;
import org.xuanpai.posting.PostingReason;
import org.xuanpai.posting.PostingState;

/**
 * A posting, as its page begins.
 *
 * @param handled whether the reader is an organizer of its round
 * @param industrial whether the township is industrial today
 * @param others whether another First Secretary is in office in the township today
 */
public record PostingHead(
        UUID id,
        @Nullable UUID roundId,
        @Nullable String roundTitle,
        @Nullable UUID templateId,
        UUID personId,
        String personName,
        UUID townshipId,
        String township,
        boolean takenOver,
        PostingState state,
        String reasons,
        String presentPost,
        @Nullable String noticeDocument,
        @Nullable Boolean noticeCovered,
        @Nullable LocalDate noticePublished,
        @Nullable LocalDate noticeFrom,
        @Nullable Integer noticeDays,
        @Nullable LocalDate termFrom,
        @Nullable LocalDate expectedEnd,
        @Nullable LocalDate endedOn,
        @Nullable EndKind endKind,
        @Nullable Instant officeFrom,
        UUID proposedBy,
        String proposedByName,
        @Nullable String confirmedByName,
        boolean handled,
        boolean industrial,
        boolean others) {

    public List<PostingReason> reasonList() {
        return Arrays.stream(reasons.split(",")).map(PostingReason::valueOf).toList();
    }

    /** Whether it waits for the second person of a taking over. */
    public boolean waits() {
        return takenOver && state == PostingState.PROPOSED;
    }
}
