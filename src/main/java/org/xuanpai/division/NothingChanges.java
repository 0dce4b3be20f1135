package org.xuanpai.division;

import org.xuanpai.shared.RuleViolation;

/** Name and code are what they were. */
public final class NothingChanges extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NothingChanges(String unit) {
        super("division.refused.nothingChanges", unit);
    }
}
