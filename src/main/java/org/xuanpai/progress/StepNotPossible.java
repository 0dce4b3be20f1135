package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** The report's status does not allow the act. */
public final class StepNotPossible extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public StepNotPossible(ReportStatus found) {
        super("progress.error.stepNotPossible." + found);
    }
}
