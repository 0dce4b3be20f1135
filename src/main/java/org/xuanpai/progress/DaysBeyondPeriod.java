package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** More days on site than the reported months have, or less than none. */
public final class DaysBeyondPeriod extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public DaysBeyondPeriod(int most) {
        super("progress.error.days", most);
    }
}
