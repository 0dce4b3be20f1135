package org.xuanpai.industry;

import org.xuanpai.shared.RuleViolation;

/** A target names an indicator that is not asked for in its year. */
public final class UnknownIndicator extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public UnknownIndicator(String code, int year) {
        super("industry.refused.unknownIndicator", code, String.valueOf(year));
    }
}
