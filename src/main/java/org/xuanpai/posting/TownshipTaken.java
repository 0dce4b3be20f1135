package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** A township has one First Secretary at a time. */
public final class TownshipTaken extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public TownshipTaken() {
        super("posting.refused.townshipTaken");
    }
}
