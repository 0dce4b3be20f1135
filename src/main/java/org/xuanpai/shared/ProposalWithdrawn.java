package org.xuanpai.shared;

/** The proposal was withdrawn or refused before. */
public final class ProposalWithdrawn extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ProposalWithdrawn() {
        super("error.proposalWithdrawn");
    }
}
