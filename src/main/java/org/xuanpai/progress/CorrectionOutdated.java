package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** The report got another copy since the correction was proposed. */
public final class CorrectionOutdated extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public CorrectionOutdated() {
        super("progress.error.correctionOutdated");
    }
}
