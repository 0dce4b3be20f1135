package org.xuanpai.shared;

/** The change was confirmed before. */
public final class AlreadyConfirmed extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public AlreadyConfirmed() {
        super("error.alreadyConfirmed");
    }
}
