package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** A First Secretary has one township at a time. */
public final class PersonTaken extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public PersonTaken() {
        super("posting.refused.personTaken");
    }
}
