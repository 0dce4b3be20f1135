package org.xuanpai.posting.people;

import java.time.LocalDate;
import org.xuanpai.shared.RuleViolation;

/** The assignment has an end already. */
public final class AssignmentEnded extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public AssignmentEnded(LocalDate endsOn) {
        super("posting.people.refused.assignmentEnded", endsOn);
    }
}
