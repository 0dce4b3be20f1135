package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** An administrator has a hand in the reset of the own password. */
public final class ResetOfOwnPassword extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ResetOfOwnPassword() {
        super("account.error.resetOfOwnPassword");
    }
}
