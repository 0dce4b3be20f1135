package org.xuanpai.division;

import org.xuanpai.shared.Slip;

/** A merger needs a second unit, a split a second part, a move a village. */
public final class UnitsMissing extends Slip {

    private static final long serialVersionUID = 1L;

    public UnitsMissing(String kind) {
        super("division.refused.unitsMissing." + kind);
    }
}
