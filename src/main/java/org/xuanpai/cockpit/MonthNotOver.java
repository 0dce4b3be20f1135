package org.xuanpai.cockpit;

import org.xuanpai.shared.Period;
import org.xuanpai.shared.RuleViolation;

/** The month is not over, so nothing of it has been reported. */
public final class MonthNotOver extends RuleViolation {

    private static final long serialVersionUID = 1L;

    /** @param latest the latest month that is over */
    public MonthNotOver(Period month, Period latest) {
        super("cockpit.error.monthNotOver", month, latest);
    }
}
