package org.xuanpai.posting.service;

import java.util.Set;
import java.util.UUID;
import org.xuanpai.posting.PostingReason;
import org.xuanpai.posting.StepEntry;

/**
 * Somebody is proposed for a township.
 *
 * @param presentPost as a notice would name it; empty takes the titles of today
 * @param reasons at least one
 */
public record ProposePosting(
        UUID personId, UUID townshipId, Set<PostingReason> reasons, String presentPost, StepEntry entry) {}
