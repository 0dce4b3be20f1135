package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** A First Secretary is appointed and dismissed by the procedure, and by nobody's grant (clause B2). */
public final class GivenByPosting extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public GivenByPosting() {
        super("account.error.givenByPosting");
    }
}
