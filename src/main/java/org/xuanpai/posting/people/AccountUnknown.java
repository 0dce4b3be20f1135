package org.xuanpai.posting.people;

import org.xuanpai.shared.RuleViolation;

/** No account of that name holds a duty in the county. */
public final class AccountUnknown extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public AccountUnknown() {
        super("posting.people.refused.accountUnknown");
    }
}
