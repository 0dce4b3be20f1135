package org.xuanpai.posting.people;

import org.xuanpai.shared.RuleViolation;

/** No such township in the county, on the day it begins. */
public final class TownshipUnknown extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public TownshipUnknown() {
        super("posting.people.refused.townshipUnknown");
    }
}
