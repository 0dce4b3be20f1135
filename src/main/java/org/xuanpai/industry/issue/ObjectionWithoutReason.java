package org.xuanpai.industry.issue;

import org.xuanpai.shared.RuleViolation;

/** An objection, or its refusal, says why. */
public final class ObjectionWithoutReason extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ObjectionWithoutReason() {
        super("industry.issue.refused.withoutReason");
    }
}
