package org.xuanpai.division;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organizer wants done to the land.
 *
 * @param kind what
 * @param unit the unit it starts from: what is added lies below it, what is merged goes into it or with it, villages move to it
 * @param effectiveOn the day it counts from
 * @param reason what it rests on
 * @param parts new units, and the new name and code of a renaming
 * @param others further units of a merger, villages of a move
 * @param stays whether the unit itself goes on after a merger or split
 * @param villages which part a village goes to; villages not named stay
 */
public record ProposeReorganisation(
        ReorganisationKind kind,
        UUID unit,
        LocalDate effectiveOn,
        String reason,
        List<Part> parts,
        List<UUID> others,
        boolean stays,
        Map<UUID, Integer> villages) {

    /**
     * A unit as it will be.
     *
     * @param code its code
     * @param name its name
     * @param industrial a new township's type; {@code null} for villages and renamings
     */
    public record Part(String code, String name, @Nullable Boolean industrial) {}
}
