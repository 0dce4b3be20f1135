package org.xuanpai.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, under which duty. Built anew for every request from the database, so a right that ended is gone at the next
 * request. Rights, rows, trail and row-level context all come from this one duty.
 *
 * @param accountId the account; a fixed id for system actors
 * @param username the log-in name
 * @param displayName the person's name as shown and as written into the trail
 * @param dutyId the duty acted under; {@code null} for system actors and accounts without any duty
 * @param role the role of that duty
 * @param scope the rows of that duty
 * @param unitName the unit's name as shown beside the person, such as 柳渡镇; empty for the installation
 */
public record CurrentUser(
        UUID accountId,
        String username,
        String displayName,
        @Nullable UUID dutyId,
        Role role,
        Scope scope,
        String unitName) {

    public boolean may(Permission permission) {
        return role.allows(permission);
    }

    /** A named system actor without business rows. */
    public static CurrentUser system(Role role) {
        if (!role.isSystem()) {
            throw new IllegalArgumentException(role + " is a person's role");
        }
        return new CurrentUser(
                new UUID(0, role.ordinal()),
                role.name().toLowerCase(java.util.Locale.ROOT),
                role.name(),
                null,
                role,
                Scope.none(),
                "");
    }
}
