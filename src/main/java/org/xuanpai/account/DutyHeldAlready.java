package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** The person holds this duty at this unit already. */
public final class DutyHeldAlready extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public DutyHeldAlready(String displayName) {
        super("account.error.dutyHeldAlready", displayName);
    }
}
