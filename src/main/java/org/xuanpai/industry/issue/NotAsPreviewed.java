package org.xuanpai.industry.issue;

import org.xuanpai.shared.RuleViolation;

/** What is to be issued, or how it is said to have come in, is not what the preview showed to the same person. */
public final class NotAsPreviewed extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NotAsPreviewed() {
        super("industry.issue.refused.notAsPreviewed");
    }
}
