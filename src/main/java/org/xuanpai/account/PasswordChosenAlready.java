package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** The owner has chosen a password; a new one takes two administrators. */
public final class PasswordChosenAlready extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public PasswordChosenAlready(String displayName) {
        super("account.error.passwordChosenAlready", displayName);
    }
}
