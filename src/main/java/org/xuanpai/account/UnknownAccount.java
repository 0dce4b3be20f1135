package org.xuanpai.account;

import org.xuanpai.shared.Slip;

/** No account has this user name. */
public final class UnknownAccount extends Slip {

    private static final long serialVersionUID = 1L;

    public UnknownAccount(String username) {
        super("account.error.unknownAccount", username);
    }
}
