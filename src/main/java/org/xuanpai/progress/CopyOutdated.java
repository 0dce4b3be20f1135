package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** A newer copy was submitted, or the copy was judged already. */
public final class CopyOutdated extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public CopyOutdated() {
        super("progress.error.copyOutdated");
    }
}
