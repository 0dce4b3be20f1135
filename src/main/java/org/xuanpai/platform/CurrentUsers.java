package org.xuanpai.platform;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Role;

/** Looks up, at every request, who acts under which duty. Implemented by {@code account}. */
public interface CurrentUsers {

    /**
     * The user acting under the duty.
     *
     * @param dutyId the chosen duty; {@code null}, or one that is over, takes the first valid one
     * @return empty when the account is disabled or holds no valid duty
     */
    Optional<Acting> find(UUID accountId, @Nullable UUID dutyId);

    /**
     * Somebody and the choice they have.
     *
     * @param user the user under the acting duty
     * @param duties all valid duties, the acting one included, in the order they began
     */
    record Acting(CurrentUser user, List<DutyChoice> duties) {}

    /** A duty to act under, as the header offers it. */
    record DutyChoice(UUID id, Role role, String unitName) {}
}
