package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** Too many passwords are being checked at this moment; the same works a little later. */
public final class TooManyAtOnce extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public TooManyAtOnce() {
        super("account.error.tooManyAtOnce");
    }
}
