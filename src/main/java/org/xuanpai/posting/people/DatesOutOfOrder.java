package org.xuanpai.posting.people;

import java.time.LocalDate;
import org.xuanpai.shared.RuleViolation;

/** Nothing ends on or before its first day. */
public final class DatesOutOfOrder extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public DatesOutOfOrder(LocalDate from) {
        super("posting.people.refused.datesOutOfOrder", from);
    }
}
