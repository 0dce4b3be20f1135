package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** First Secretaries go to industrial townships only (clause A1). */
public final class NotIndustrial extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NotIndustrial() {
        super("posting.refused.notIndustrial");
    }
}
