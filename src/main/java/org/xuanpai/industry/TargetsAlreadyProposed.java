package org.xuanpai.industry;

import org.xuanpai.shared.RuleViolation;

/** A proposal for that township and year waits; it has to be confirmed or withdrawn first. */
public final class TargetsAlreadyProposed extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public TargetsAlreadyProposed(String township, int year, String proposer) {
        super("industry.refused.alreadyProposed", township, String.valueOf(year), proposer);
    }
}
