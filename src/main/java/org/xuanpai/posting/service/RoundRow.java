package org.xuanpai.posting.service;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.PostingState;

/**
 * A round, for its organizers.
 *
 * @param open how many of its postings go through it still
 * @param state where the first of these stands; {@code null} for none
 */
public record RoundRow(
        UUID id,
        String title,
        String openedByName,
        Instant openedAt,
        long open,
        @Nullable PostingState state) {}
