package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** Nobody reviews what they submitted themselves. */
public final class OwnReportReviewed extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public OwnReportReviewed() {
        super("progress.error.ownReport");
    }
}
