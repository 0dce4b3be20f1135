package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** Nobody is decided about before the four checks are done (凡提四必). */
public final class ChecksMissing extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ChecksMissing() {
        super("posting.refused.checksMissing");
    }
}
