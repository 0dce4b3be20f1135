package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** The proposal was taken back before. */
public final class ProposalWithdrawn extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ProposalWithdrawn() {
        super("progress.error.proposalWithdrawn");
    }
}
