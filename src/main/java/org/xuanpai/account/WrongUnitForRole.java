package org.xuanpai.account;

import org.xuanpai.shared.Slip;

/** The role is not held at a unit of this level. */
public final class WrongUnitForRole extends Slip {

    private static final long serialVersionUID = 1L;

    public WrongUnitForRole(String unitName) {
        super("account.error.wrongUnitForRole", unitName);
    }
}
