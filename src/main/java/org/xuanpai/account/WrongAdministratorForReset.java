package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** A reset is proposed and confirmed by administrators of two kinds, and of the right ones. */
public final class WrongAdministratorForReset extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public WrongAdministratorForReset(String displayName) {
        super("account.error.wrongAdministratorForReset", displayName);
    }
}
