package org.xuanpai.progress.check;

import org.xuanpai.shared.RuleViolation;

/** The proposal was withdrawn or refused. */
public final class RuleWithdrawn extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public RuleWithdrawn() {
        super("check.refused.withdrawn");
    }
}
