package org.xuanpai.progress;

import org.xuanpai.shared.Period;
import org.xuanpai.shared.RuleViolation;

/** The month is not due: not over yet, or the township is not asked for it. */
public final class MonthNotDue extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public MonthNotDue(Period month) {
        super("progress.error.notDue", month);
    }
}
