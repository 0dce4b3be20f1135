package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** A return needs a reason. */
public final class ReasonMissing extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ReasonMissing() {
        super("progress.error.reasonMissing");
    }
}
