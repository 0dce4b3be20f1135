package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** The county's procedure does not let this step be waived. */
public final class StepNotWaivable extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public StepNotWaivable() {
        super("posting.refused.stepNotWaivable");
    }
}
