package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** No report of the month is approved and not yet locked. */
public final class NothingToLock extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NothingToLock() {
        super("progress.error.nothingToLock");
    }
}
