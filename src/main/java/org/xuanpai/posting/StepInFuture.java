package org.xuanpai.posting;

import java.time.LocalDate;
import org.xuanpai.shared.RuleViolation;

/** What is recorded has happened; a day to come is none. */
public final class StepInFuture extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public StepInFuture(LocalDate today) {
        super("posting.refused.stepInFuture", today);
    }
}
