package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** The reset is used, refused or too old. */
public final class ResetOver extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ResetOver(String displayName) {
        super("account.error.resetOver", displayName);
    }
}
