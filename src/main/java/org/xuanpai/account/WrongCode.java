package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** The code does not go with the link. */
public final class WrongCode extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public WrongCode() {
        super("account.error.wrongCode");
    }
}
