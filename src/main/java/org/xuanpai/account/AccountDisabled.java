package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** The account is disabled; it takes no link and no duty. */
public final class AccountDisabled extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public AccountDisabled(String displayName) {
        super("account.error.disabled", displayName);
    }
}
