package org.xuanpai.posting.people;

import org.xuanpai.shared.RuleViolation;

/** No such village in the township. */
public final class VillageUnknown extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public VillageUnknown() {
        super("posting.people.refused.villageUnknown");
    }
}
