package org.xuanpai.account.service;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.Role;

/**
 * A duty in the list.
 *
 * @param figures the right FIGURES: name of an issuer; {@code null} for none
 * @param validTo the first instant without it; {@code null} while nobody has ended it
 * @param over whether it has ended
 */
public record DutyRow(
        UUID id,
        UUID accountId,
        String username,
        String displayName,
        Role role,
        String unitName,
        @Nullable String figures,
        Instant validFrom,
        @Nullable Instant validTo,
        String grantedBy,
        @Nullable String endedBy,
        boolean over) {

    public String roleKey() {
        return "role." + role.name();
    }

    /** Whether it follows from a posting, so that nobody ends it by hand. */
    public boolean isByPosting() {
        return Role.BY_POSTING.contains(role);
    }

    /** Its text is {@code account.duty.state.…}. */
    public String stateKey() {
        return over ? "account.duty.state.over" : "account.duty.state.valid";
    }
}
