package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** A reopening needs a reason. */
public final class ReopeningReasonMissing extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ReopeningReasonMissing() {
        super("progress.error.reopeningReasonMissing");
    }
}
