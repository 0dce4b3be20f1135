package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** A report with an open point is not approved among many; it has to be looked at by itself. */
public final class HasOpenPoint extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public HasOpenPoint() {
        super("progress.error.hasOpenPoint");
    }
}
