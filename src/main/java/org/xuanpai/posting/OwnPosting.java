package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** Nobody handles the own posting. */
public final class OwnPosting extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public OwnPosting() {
        super("posting.refused.ownPosting");
    }
}
