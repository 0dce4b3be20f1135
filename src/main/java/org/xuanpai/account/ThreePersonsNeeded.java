package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** The three administrators are three persons. */
public final class ThreePersonsNeeded extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ThreePersonsNeeded() {
        super("account.error.threePersonsNeeded");
    }
}
