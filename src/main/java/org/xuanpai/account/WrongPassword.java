package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** The old password does not fit. */
public final class WrongPassword extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public WrongPassword() {
        super("account.error.wrongPassword");
    }
}
