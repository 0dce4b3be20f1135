package org.xuanpai.posting.people;

import org.xuanpai.shared.RuleViolation;

/** Another proposal to end the office waits for a second organizer. */
public final class EndProposedAlready extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public EndProposedAlready() {
        super("posting.people.refused.endProposed");
    }
}
