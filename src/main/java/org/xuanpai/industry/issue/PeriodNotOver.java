package org.xuanpai.industry.issue;

import org.xuanpai.shared.Period;
import org.xuanpai.shared.RuleViolation;

/** Figures are issued for months that are over. */
public final class PeriodNotOver extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public PeriodNotOver(Period period) {
        super("industry.issue.refused.notOver", period);
    }
}
