package org.xuanpai.posting.people;

import org.xuanpai.shared.RuleViolation;

/** The same assignment of the person waits for a second organizer. */
public final class AssignmentProposedAlready extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public AssignmentProposedAlready() {
        super("posting.people.refused.assignmentProposed");
    }
}
