package org.xuanpai.division;

import org.xuanpai.shared.RuleViolation;

/** The unit is no more. */
public final class UnitClosed extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public UnitClosed(String unit) {
        super("division.refused.unitClosed", unit);
    }
}
