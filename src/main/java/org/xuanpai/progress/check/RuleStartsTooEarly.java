package org.xuanpai.progress.check;

import org.xuanpai.shared.Period;
import org.xuanpai.shared.Slip;

/** A rule cannot begin with a month that is done: its reports were judged by another one. */
public final class RuleStartsTooEarly extends Slip {

    private static final long serialVersionUID = 1L;

    public RuleStartsTooEarly(Period earliest) {
        super("check.refused.tooEarly", earliest);
    }
}
