package org.xuanpai.division;

import org.xuanpai.shared.Slip;

/** Units of different levels, or villages of different townships, cannot be made one. */
public final class UnitsDoNotFit extends Slip {

    private static final long serialVersionUID = 1L;

    public UnitsDoNotFit(String unit) {
        super("division.refused.unitsDoNotFit", unit);
    }
}
