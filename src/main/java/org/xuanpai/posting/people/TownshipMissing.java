package org.xuanpai.posting.people;

import org.xuanpai.shared.RuleViolation;

/** A township Party secretary is one of a township. */
public final class TownshipMissing extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public TownshipMissing() {
        super("posting.people.refused.townshipMissing");
    }
}
