package org.xuanpai.industry.issue;

import org.xuanpai.shared.RuleViolation;

/** The township objected to that figure already and waits for the answer. */
public final class ObjectionOpen extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ObjectionOpen() {
        super("industry.issue.refused.objectionOpen");
    }
}
