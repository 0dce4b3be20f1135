package org.xuanpai.division.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.DivisionLevel;

/**
 * What is known of one unit.
 *
 * @param id the unit
 * @param code its code
 * @param name its name
 * @param level its level
 * @param parentId the unit above
 * @param parentName the name of the unit above
 * @param countyName its county
 * @param cityName its city
 * @param validFrom its first day
 * @param validTo the first day on which it is no more
 * @param listedAsOf the newest published list that names it; {@code null} when it was made here
 * @param changedLocallyAt when somebody here changed it last
 * @param children units directly below in being
 */
public record UnitFacts(
        UUID id,
        String code,
        String name,
        DivisionLevel level,
        @Nullable UUID parentId,
        @Nullable String parentName,
        @Nullable String countyName,
        @Nullable String cityName,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalDate listedAsOf,
        @Nullable Instant changedLocallyAt,
        long children) {

    /** Whether the unit has a type. */
    public boolean isTownship() {
        return level == DivisionLevel.TOWNSHIP;
    }

    /** Whether no unit can be below. */
    public boolean isVillage() {
        return level == DivisionLevel.VILLAGE;
    }
}
