package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** Two thirds of the members due are there and more than half of those due agree, or nothing is decided. */
public final class QuorumMissing extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public QuorumMissing() {
        super("posting.refused.quorumMissing");
    }
}
