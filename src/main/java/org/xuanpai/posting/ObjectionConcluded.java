package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** What was concluded stays so. */
public final class ObjectionConcluded extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ObjectionConcluded() {
        super("posting.refused.objectionConcluded");
    }
}
