package org.xuanpai.posting.people;

import java.time.LocalDate;
import org.xuanpai.shared.RuleViolation;

/** A day that cannot be meant; a digit was mistyped. */
public final class DayUnlikely extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public DayUnlikely(LocalDate first, LocalDate last) {
        super("posting.people.refused.dayUnlikely", first, last);
    }
}
