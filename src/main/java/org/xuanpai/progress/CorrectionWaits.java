package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** A correction of the same report waits for its second person; one after the other. */
public final class CorrectionWaits extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public CorrectionWaits() {
        super("progress.error.correctionWaits");
    }
}
