package org.xuanpai.division;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reorganisation does to one unit.
 *
 * @param effect what
 * @param unitId the unit; one that opens will have this id
 * @param level its level
 * @param code its new code
 * @param name its new name
 * @param parentId where it opens or moves to
 * @param industrial the type of a township that opens
 */
public record UnitChange(
        Effect effect,
        UUID unitId,
        DivisionLevel level,
        @Nullable String code,
        @Nullable String name,
        @Nullable UUID parentId,
        @Nullable Boolean industrial) {

    /** What happens to a unit. */
    public enum Effect {
        /** It comes into being. */
        OPENS,
        /** It is no more. */
        ENDS,
        /** It goes on, larger or smaller than before. */
        STAYS,
        /** It gets another name or code. */
        RENAMES,
        /** It goes to another township. */
        MOVES
    }
}
