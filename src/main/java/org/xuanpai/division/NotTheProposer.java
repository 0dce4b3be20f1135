package org.xuanpai.division;

import org.xuanpai.shared.RuleViolation;

/** Only whoever proposed it takes it back. */
public final class NotTheProposer extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NotTheProposer(String proposer) {
        super("division.refused.notTheProposer", proposer);
    }
}
