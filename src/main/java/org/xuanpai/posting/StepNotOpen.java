package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** The step does not follow the state that the posting is in. */
public final class StepNotOpen extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public StepNotOpen() {
        super("posting.refused.stepNotOpen");
    }
}
