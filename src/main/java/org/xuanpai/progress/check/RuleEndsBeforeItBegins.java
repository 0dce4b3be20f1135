package org.xuanpai.progress.check;

import org.xuanpai.shared.Period;
import org.xuanpai.shared.Slip;

/** The last month of a rule is before its first one. */
public final class RuleEndsBeforeItBegins extends Slip {

    private static final long serialVersionUID = 1L;

    public RuleEndsBeforeItBegins(Period first) {
        super("check.refused.endsBefore", first);
    }
}
