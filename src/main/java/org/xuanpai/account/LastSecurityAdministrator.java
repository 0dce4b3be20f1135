package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** Without a security administrator nobody could grant a duty any more. */
public final class LastSecurityAdministrator extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public LastSecurityAdministrator() {
        super("account.error.lastSecurityAdministrator");
    }
}
