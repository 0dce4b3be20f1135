package org.xuanpai.account;

import org.xuanpai.shared.Slip;

/** Another account has this user name. */
public final class UsernameTaken extends Slip {

    private static final long serialVersionUID = 1L;

    public UsernameTaken(String username) {
        super("account.error.usernameTaken", username);
    }
}
