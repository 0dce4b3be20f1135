package org.xuanpai.account.service;

import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Role;

/**
 * A duty to be granted, as the security administrator names it.
 *
 * @param username whose duty
 * @param role the role
 * @param unitCode division code of the unit; the county's for a bureau, empty for an administrator
 * @param bureauName the bureau's name; empty for other roles
 * @param figures the right FIGURES: whose figures the bureau issues; {@code null} for none
 */
public record GrantDuty(
        String username,
        Role role,
        String unitCode,
        String bureauName,
        @Nullable FigureIssuer figures) {

    /** A duty without the right FIGURES. */
    public GrantDuty(String username, Role role, String unitCode, String bureauName) {
        this(username, role, unitCode, bureauName, null);
    }
}
