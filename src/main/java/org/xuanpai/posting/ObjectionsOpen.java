package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** Nobody is announced while an objection is open. */
public final class ObjectionsOpen extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ObjectionsOpen(long count) {
        super("posting.refused.objectionsOpen", count);
    }
}
