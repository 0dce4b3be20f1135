package org.xuanpai.account.service;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account in the list.
 *
 * @param hasPassword whether its owner has chosen a password yet
 * @param duties how many duties are valid now
 */
public record AccountRow(
        UUID id,
        String username,
        String displayName,
        @Nullable Instant disabledAt,
        Instant createdAt,
        boolean hasPassword,
        int duties) {

    /** What keeps the owner from working, if anything; the first thing to be done about it. */
    public State state() {
        if (disabledAt != null) {
            return State.DISABLED;
        }
        if (!hasPassword) {
            return State.INVITED;
        }
        return duties == 0 ? State.WITHOUT_DUTY : State.READY;
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** Its text is {@code account.state.<NAME>}. */
    public String stateKey() {
        return "account.state." + state().name();
    }

    /** Where an account stands. */
    public enum State {
        /** Nobody gets in with it. */
        DISABLED("block"),
        /** The owner has not chosen a password yet. */
        INVITED("wait"),
        /** The security administrator has not granted a duty. */
        WITHOUT_DUTY("open"),
        /** The owner can work. */
        READY("ok");

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
