package org.xuanpai.account;

import org.xuanpai.shared.Slip;

/** The password is too short, too long or names its owner. */
public final class WeakPassword extends Slip {

    private static final long serialVersionUID = 1L;

    public WeakPassword(int shortest, int longest) {
        super("account.error.weakPassword", shortest, longest);
    }
}
