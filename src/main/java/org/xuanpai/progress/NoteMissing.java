package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** A correction needs a note that says why. */
public final class NoteMissing extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NoteMissing() {
        super("progress.error.noteMissing");
    }
}
