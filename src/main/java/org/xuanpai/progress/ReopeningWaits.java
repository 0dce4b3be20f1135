package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** A reopening of the same was proposed before and waits for its second person. */
public final class ReopeningWaits extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ReopeningWaits() {
        super("progress.error.reopeningWaits");
    }
}
