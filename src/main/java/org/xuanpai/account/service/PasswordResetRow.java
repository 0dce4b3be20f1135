package org.xuanpai.account.service;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.account.entity.PasswordReset;
import org.xuanpai.shared.Role;

/**
 * The reset of a password in the list.
 *
 * @param ofAdministrator whether its owner was an administrator when it was proposed
 * @param expiresAt the first instant at which nothing can be done with it any more
 */
public record PasswordResetRow(
        UUID id,
        UUID accountId,
        String username,
        String displayName,
        boolean ofAdministrator,
        UUID proposedBy,
        String proposedByName,
        Role proposedRole,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable String confirmedByName,
        @Nullable Instant confirmedAt,
        @Nullable String refusedByName,
        @Nullable Instant refusedAt,
        State state) {

    /** Its text is {@code account.reset.state.<NAME>}. */
    public String stateKey() {
        return "account.reset.state." + state.name();
    }

    /** Whether somebody can still confirm, use or refuse it. */
    public boolean isOpen() {
        return state == State.PROPOSED || state == State.CONFIRMED;
    }

    /** Whether this administrator may be the second person; the service decides again. */
    public boolean mayBeConfirmedBy(UUID account, Role role) {
        return state == State.PROPOSED
                && !account.equals(proposedBy)
                && !account.equals(accountId)
                && PasswordReset.mayBeSecond(role, proposedRole, ofAdministrator);
    }

    /** Where a reset stands. */
    public enum State {
        /** Waits for the second person. */
        PROPOSED("wait"),
        /** Waits for the owner. */
        CONFIRMED("open"),
        /** The owner has chosen a new password. */
        USED("ok"),
        /** Somebody stopped it. */
        REFUSED("back"),
        /** Nobody finished it within a day. */
        EXPIRED("none");

        private final String kind;

        State(String kind) {
            this.kind = kind;
        }

        /** The shape it is shown with. */
        public String kind() {
            return kind;
        }
    }
}
