package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** An administrator holds no duty that sees business data, and whoever holds one becomes no administrator (controls C7). */
public final class AdministratorHoldsNothingElse extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public AdministratorHoldsNothingElse(String displayName) {
        super("account.error.administratorHoldsNothingElse", displayName);
    }
}
