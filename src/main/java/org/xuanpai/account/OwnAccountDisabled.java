package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** Whoever disables the own account may leave nobody behind to enable it again. */
public final class OwnAccountDisabled extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public OwnAccountDisabled() {
        super("account.error.ownAccountDisabled");
    }
}
