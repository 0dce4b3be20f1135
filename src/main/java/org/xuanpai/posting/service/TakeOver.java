package org.xuanpai.posting.service;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.EndKind;
import org.xuanpai.posting.PostingReason;
import org.xuanpai.posting.StepEntry;

/**
 * An office that began before postings were kept here.
 *
 * @param from its first day
 * @param endedOn its last day; {@code null} while it lasts
 * @param endKind why it ended; with the last day
 * @param entry the paper it rests on; an empty number is listed as missing
 */
public record TakeOver(
        UUID personId,
        UUID townshipId,
        Set<PostingReason> reasons,
        LocalDate from,
        LocalDate expectedEnd,
        @Nullable LocalDate endedOn,
        @Nullable EndKind endKind,
        StepEntry entry) {}
