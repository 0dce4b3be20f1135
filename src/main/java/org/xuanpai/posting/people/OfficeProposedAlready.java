package org.xuanpai.posting.people;

import org.xuanpai.shared.RuleViolation;

/** Another proposal for the same office of the person waits for a second organizer. */
public final class OfficeProposedAlready extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public OfficeProposedAlready(String person) {
        super("posting.people.refused.officeProposed", person);
    }
}
