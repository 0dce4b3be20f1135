package org.xuanpai.industry.issue;

import org.xuanpai.shared.Period;
import org.xuanpai.shared.RuleViolation;

/** A month's report is locked: no figure of it changes before two persons have reopened it. */
public final class MonthSettled extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public MonthSettled(Period period, String townships) {
        super("industry.issue.refused.settled", period, townships);
    }
}
