package org.xuanpai.industry.issue;

import org.xuanpai.shared.RuleViolation;

/** A figure is about a township or an indicator that the sheet is not for. */
public final class NotOnSheet extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NotOnSheet() {
        super("industry.issue.refused.notOnSheet");
    }
}
