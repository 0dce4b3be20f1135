package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** Nothing there is locked, so nothing can be reopened. */
public final class NothingLocked extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NothingLocked() {
        super("progress.error.nothingLocked");
    }
}
