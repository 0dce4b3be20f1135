package org.xuanpai.shared;

/** Only whoever proposed it withdraws it. */
public final class NotTheProposer extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NotTheProposer(String proposer) {
        super("error.notTheProposer", proposer);
    }
}
