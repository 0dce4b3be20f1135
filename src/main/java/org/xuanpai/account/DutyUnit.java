package org.xuanpai.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The unit a duty is held at, with the ids that its rows carry.
 *
 * @param id the unit; {@code null} for the whole installation
 * @param name as shown beside the person: 柳渡镇, or the bureau's name
 * @param countyId set for county level, bureaus included
 * @param townshipId set for township level
 * @param villageId set for village level
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
}
