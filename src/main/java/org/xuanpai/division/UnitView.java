package org.xuanpai.division;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit of any level, as other features see it.
 *
 * @param id the id that stays when code or name change
 * @param code its code
 * @param name its name
 * @param level its level
 * @param parentId the unit above; {@code null} for a province
 * @param cityId its city; {@code null} for a province
 * @param countyId its county, itself included; {@code null} above
 * @param townshipId its township, itself included; {@code null} above
 * @param validFrom first day
 * @param validTo first day on which it is no more; {@code null} while in being
 */
public record UnitView(
        UUID id,
        String code,
        String name,
        DivisionLevel level,
        @Nullable UUID parentId,
        @Nullable UUID cityId,
        @Nullable UUID countyId,
        @Nullable UUID townshipId,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
