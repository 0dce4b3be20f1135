package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** The one-time link is used, expired, replaced or unknown. */
public final class LinkUnusable extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public LinkUnusable() {
        super("account.error.linkUnusable");
    }
}
