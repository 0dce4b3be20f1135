package org.xuanpai.division;

import org.xuanpai.shared.RuleViolation;

/** Somebody has still to confirm or withdraw another proposal about the unit. */
public final class ProposalWaits extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ProposalWaits(String unit) {
        super("division.refused.proposalWaits", unit);
    }
}
