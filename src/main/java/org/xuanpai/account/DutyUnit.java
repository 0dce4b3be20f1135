package org.xuanpai.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.Role;

/**
 * The unit a duty is held at, with the ids that its rows carry: those of the unit and of what lies above it.
 *
 * @param id the unit; {@code null} for the whole installation; a bureau has its county's
 * @param name as shown beside the person: 柳渡镇, or the bureau's name
 * @param countyId set from county level down, bureaus included
 * @param townshipId set from township level down
 * @param villageId set at village level
 */
public record DutyUnit(
        @Nullable UUID id,
        String name,
        @Nullable UUID countyId,
        @Nullable UUID townshipId,
        @Nullable UUID villageId) {

    /** Where administrators hold their duties. */
    public static DutyUnit installation() {
        return new DutyUnit(null, "", null, null, null);
    }

    /** Whether this is a unit of the level that the role is held at. */
    public boolean fits(Role role) {
        return switch (role.level()) {
            case INSTALLATION -> id == null;
            case CITY -> id != null && countyId == null && townshipId == null && villageId == null;
            case COUNTY, BUREAU -> id != null && id.equals(countyId) && townshipId == null && villageId == null;
            case TOWNSHIP -> id != null && id.equals(townshipId) && villageId == null;
            case VILLAGE -> id != null && id.equals(villageId);
        };
    }
}
