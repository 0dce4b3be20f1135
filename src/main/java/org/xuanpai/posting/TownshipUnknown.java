package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** Postings go to a township of the own county. */
public final class TownshipUnknown extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public TownshipUnknown() {
        super("posting.refused.townshipUnknown");
    }
}
