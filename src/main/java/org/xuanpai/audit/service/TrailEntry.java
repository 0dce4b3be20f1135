package org.xuanpai.audit.service;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail as stored.
 *
 * @param seq gap-free number from 1
 * @param actorId the account; {@code null} before log-in
 * @param outcome {@code DONE} or {@code REFUSED}
 * @param details facts as {@code name=value} lines in the order of their names
 */
public record TrailEntry(
        long seq,
        Instant at,
        @Nullable UUID actorId,
        String actorName,
        String role,
        String unitName,
        String action,
        String outcome,
        String subject,
        String subjectId,
        String details) {}
