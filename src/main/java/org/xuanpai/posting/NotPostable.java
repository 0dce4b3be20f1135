package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** Posted are members of the standing committee and deputy county heads (clause B1). */
public final class NotPostable extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NotPostable() {
        super("posting.refused.notPostable");
    }
}
