package org.xuanpai.shared;

/** Whoever proposed a change to a rule's input cannot confirm it too. */
public final class SecondPersonNeeded extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public SecondPersonNeeded(String proposer) {
        super("error.secondPersonNeeded", proposer);
    }
}
