package org.xuanpai.division;

import org.xuanpai.shared.RuleViolation;

/** The proposal was taken back. */
public final class ProposalWithdrawn extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ProposalWithdrawn() {
        super("division.refused.proposalWithdrawn");
    }
}
