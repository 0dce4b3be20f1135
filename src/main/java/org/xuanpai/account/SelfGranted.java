package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** Nobody raises the own rights (controls C7). */
public final class SelfGranted extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public SelfGranted() {
        super("account.error.selfGranted");
    }
}
