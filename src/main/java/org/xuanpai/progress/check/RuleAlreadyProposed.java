package org.xuanpai.progress.check;

import org.xuanpai.shared.RuleViolation;

/** Another change of the same rule waits for its second person. */
public final class RuleAlreadyProposed extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public RuleAlreadyProposed() {
        super("check.refused.alreadyProposed");
    }
}
