package org.xuanpai.industry.issue;

import org.xuanpai.shared.RuleViolation;

/** Somebody answered the objection meanwhile. */
public final class ObjectionAnswered extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ObjectionAnswered() {
        super("industry.issue.refused.objectionAnswered");
    }
}
