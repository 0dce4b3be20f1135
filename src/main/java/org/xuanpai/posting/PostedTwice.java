package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** Nobody is proposed twice in one round. */
public final class PostedTwice extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public PostedTwice() {
        super("posting.refused.postedTwice");
    }
}
