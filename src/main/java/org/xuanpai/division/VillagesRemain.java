package org.xuanpai.division;

import org.xuanpai.shared.RuleViolation;

/** A township that ends leaves no village behind. */
public final class VillagesRemain extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public VillagesRemain(String township, long villages) {
        super("division.refused.villagesRemain", township, villages);
    }
}
