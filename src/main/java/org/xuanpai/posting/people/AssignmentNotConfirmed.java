package org.xuanpai.posting.people;

import org.xuanpai.shared.RuleViolation;

/** What nobody has confirmed cannot be ended; its proposer may take it back. */
public final class AssignmentNotConfirmed extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public AssignmentNotConfirmed() {
        super("posting.people.refused.assignmentNotConfirmed");
    }
}
