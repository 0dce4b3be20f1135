package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** A reset of this password is open; there is one at a time. */
public final class ResetProposedAlready extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ResetProposedAlready(String displayName) {
        super("account.error.resetProposedAlready", displayName);
    }
}
