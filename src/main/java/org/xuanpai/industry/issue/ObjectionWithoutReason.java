package org.xuanpai.industry.issue;

import org.xuanpai.shared.Slip;

/** An objection, or its refusal, says why. */
public final class ObjectionWithoutReason extends Slip {

    private static final long serialVersionUID = 1L;

    public ObjectionWithoutReason() {
        super("industry.issue.refused.withoutReason");
    }
}
