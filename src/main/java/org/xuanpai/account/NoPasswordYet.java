package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** There is no password to be replaced; a new link is enough. */
public final class NoPasswordYet extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NoPasswordYet(String displayName) {
        super("account.error.noPasswordYet", displayName);
    }
}
