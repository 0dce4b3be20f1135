package org.xuanpai.industry.issue;

import org.xuanpai.shared.RuleViolation;

/** Somebody else issued the same month after the preview was made. */
public final class SheetOvertaken extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public SheetOvertaken() {
        super("industry.issue.refused.overtaken");
    }
}
