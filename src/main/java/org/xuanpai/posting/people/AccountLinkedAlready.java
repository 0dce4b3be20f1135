package org.xuanpai.posting.people;

import org.xuanpai.shared.RuleViolation;

/** An account belongs to one person (person_account_once). */
public final class AccountLinkedAlready extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public AccountLinkedAlready() {
        super("posting.people.refused.accountLinked");
    }
}
