package org.xuanpai.posting.people;

import org.xuanpai.shared.RuleViolation;

/** Whoever has rights by a posting keeps the account that has them (person_account_stays_while_posted). */
public final class AccountStays extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public AccountStays() {
        super("posting.people.refused.accountStays");
    }
}
