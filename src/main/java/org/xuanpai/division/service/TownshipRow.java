package org.xuanpai.division.service;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A township in the list.
 *
 * @param id the township
 * @param code nine digits
 * @param name its name
 * @param countyName its county
 * @param industrial the confirmed type today; {@code null} while none was decided
 * @param typeFrom since when
 * @param villages villages in being
 * @param proposals proposed types nobody has confirmed yet
 */
public record TownshipRow(
        UUID id,
        String code,
        String name,
        String countyName,
        @Nullable Boolean industrial,
        @Nullable LocalDate typeFrom,
        long villages,
        long proposals) {

    /** The message key of the type. */
    public String typeKey() {
        if (industrial == null) {
            return "division.type.open";
        }
        return industrial ? "division.type.industrial" : "division.type.other";
    }
}
