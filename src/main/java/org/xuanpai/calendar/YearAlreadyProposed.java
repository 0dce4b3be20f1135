package org.xuanpai.calendar;

import org.xuanpai.shared.RuleViolation;

/** A proposal for that year waits for its confirmation; it has to be confirmed or withdrawn first. */
public final class YearAlreadyProposed extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public YearAlreadyProposed(int year, String proposer) {
        super("calendar.alreadyProposed", String.valueOf(year), proposer);
    }
}
