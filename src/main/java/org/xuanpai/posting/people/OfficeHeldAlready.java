package org.xuanpai.posting.people;

import org.xuanpai.shared.RuleViolation;

/** Somebody holds the same office in that time already (person_office_once_at_a_time). */
public final class OfficeHeldAlready extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public OfficeHeldAlready(String person) {
        super("posting.people.refused.officeHeld", person);
    }
}
