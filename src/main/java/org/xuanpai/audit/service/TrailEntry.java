package org.xuanpai.audit.service;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail as stored.
 *
 * @param seq gap-free number from 1
 * @param actorId the account; {@code null} before log-in
 * @param outcome {@code DONE}, {@code REFUSED}, or {@code SLIP} for what only had to be mended
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
        String details) {

    public boolean isRefused() {
        return !outcome.equals("DONE");
    }

    /** The word of the status fragment. */
    public String kind() {
        return switch (outcome) {
            case "DONE" -> "done";
            case "SLIP" -> "back";
            default -> "block";
        };
    }

    /** The text of the act is {@code audit.action.…}. */
    public String actionKey() {
        return "audit.action." + action;
    }

    /** The text of the outcome is {@code audit.outcome.…}. */
    public String outcomeKey() {
        return "audit.outcome." + outcome;
    }

    /** The text of the role; {@code null} before log-in. */
    public @Nullable String roleKey() {
        return role.isEmpty() ? null : "role." + role;
    }
}
