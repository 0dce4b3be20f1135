package org.xuanpai.division.service;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.Consequence;
import org.xuanpai.division.UnitChange.Effect;

/**
 * A change of the land with what follows from it.
 *
 * @param lines unit by unit
 * @param consequences what it means for what hangs at the units; empty once it is settled
 */
public record ReorganisationView(ReorganisationRow head, List<Line> lines, List<Consequence> consequences) {

    /** What somebody has to do something about. */
    public List<Consequence> attention() {
        return consequences.stream().filter(Consequence::attention).toList();
    }

    /** What happens by itself. */
    public List<Consequence> facts() {
        return consequences.stream()
                .filter(consequence -> !consequence.attention())
                .toList();
    }

    /**
     * What happens to one unit.
     *
     * @param before its name the day before; {@code null} for a unit that opens
     * @param name its new name
     * @param code its new code
     * @param parentName where it opens or moves to
     * @param villages villages that lie in it the day before
     */
    public record Line(
            Effect effect,
            UUID unitId,
            @Nullable String before,
            @Nullable String codeBefore,
            @Nullable String name,
            @Nullable String code,
            @Nullable String parentName,
            @Nullable Boolean industrial,
            long villages) {}
}
