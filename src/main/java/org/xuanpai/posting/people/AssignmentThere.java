package org.xuanpai.posting.people;

import org.xuanpai.shared.RuleViolation;

/** The person has the same assignment in that time already (person_assignment_once_at_a_time). */
public final class AssignmentThere extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public AssignmentThere() {
        super("posting.people.refused.assignmentThere");
    }
}
