package org.xuanpai.platform;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.CurrentUser;

/** Looks up, at every request, who acts under which duty. Implemented by {@code account}. */
public interface CurrentUsers {

    /**
     * The user acting under the duty.
     *
     * @param dutyId the chosen duty; {@code null} takes the first valid one
     * @return empty when the account is disabled, the duty is over or there is none
     */
    Optional<CurrentUser> find(UUID accountId, @Nullable UUID dutyId);
}
