package org.xuanpai.account;

import org.xuanpai.shared.RuleViolation;

/** Figures are issued by a bureau; townships and organizers have that right, or not, by their role. */
public final class FiguresForBureausOnly extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public FiguresForBureausOnly() {
        super("account.error.figuresForBureausOnly");
    }
}
