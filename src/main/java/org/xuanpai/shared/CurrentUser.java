package org.xuanpai.shared;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
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
 * @param figures the right FIGURES of a bureau's duty: whose figures it issues; {@code null} for none
 */
public record CurrentUser(
        UUID accountId,
        String username,
        String displayName,
        @Nullable UUID dutyId,
        Role role,
        Scope scope,
        String unitName,
        @Nullable FigureIssuer figures) {

    private static final Set<Permission> WITH_FIGURES =
            EnumSet.of(Permission.READ_ISSUED_FIGURES, Permission.ISSUE_FIGURES);

    /** Somebody under a duty without the right FIGURES. */
    public CurrentUser(
            UUID accountId,
            String username,
            String displayName,
            @Nullable UUID dutyId,
            Role role,
            Scope scope,
            String unitName) {
        this(accountId, username, displayName, dutyId, role, scope, unitName, null);
    }

    /** What the role allows; a bureau issues figures only where its duty says whose. */
    public boolean may(Permission permission) {
        boolean lacksFigures = role == Role.BUREAU && figures == null && WITH_FIGURES.contains(permission);
        return role.allows(permission) && !lacksFigures;
    }

    /** A named system actor without business rows. */
    public static CurrentUser system(Role role) {
        if (!role.isSystem()) {
            throw new IllegalArgumentException(role + " is a person's role");
        }
        return new CurrentUser(
                new UUID(0, role.ordinal()),
                role.name().toLowerCase(Locale.ROOT),
                role.name(),
                null,
                role,
                Scope.none(),
                "");
    }
}
