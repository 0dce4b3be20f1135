package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** Nobody judges a report they had a part in: handed in a copy, typed a field, or confirmed the own part. */
public final class OwnReportReviewed extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public OwnReportReviewed() {
        super("progress.error.ownReport");
    }
}
