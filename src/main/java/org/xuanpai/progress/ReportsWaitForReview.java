package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** A month cannot be locked while the county itself has reports of it to judge. */
public final class ReportsWaitForReview extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ReportsWaitForReview(long count) {
        super("progress.error.reportsWait", count);
    }
}
