package org.xuanpai.division;

import org.xuanpai.shared.RuleViolation;

/** Only a township is industrial or not. */
public final class OnlyTownshipsHaveTypes extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public OnlyTownshipsHaveTypes(String unit) {
        super("division.refused.onlyTownships", unit);
    }
}
