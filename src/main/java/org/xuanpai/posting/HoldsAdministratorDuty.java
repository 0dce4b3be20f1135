package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** Whoever administers the system holds no other duty, so the rights of the posting cannot begin. */
public final class HoldsAdministratorDuty extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public HoldsAdministratorDuty() {
        super("posting.refused.administrator");
    }
}
