package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** The set-up code does not fit, or the set-up is done. */
public final class SetUpRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public SetUpRefused() {
        super("account.error.setUpRefused");
    }
}
