package org.xuanpai.industry;

import org.xuanpai.shared.RuleViolation;

/** The proposal was taken back and cannot be confirmed any more. */
public final class TargetsWithdrawn extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public TargetsWithdrawn(int year) {
        super("industry.refused.withdrawn", String.valueOf(year));
    }
}
