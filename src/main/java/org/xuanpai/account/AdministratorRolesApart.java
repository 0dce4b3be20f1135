package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** Never two of the three administrator roles on one person (domain-rules §11). */
public final class AdministratorRolesApart extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public AdministratorRolesApart(String displayName) {
        super("account.error.administratorRolesApart", displayName);
    }
}
