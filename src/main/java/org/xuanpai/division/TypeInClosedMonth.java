package org.xuanpai.division;

import java.time.LocalDate;
import org.xuanpai.shared.RuleViolation;

/** A type cannot begin in a month that is closed: whose reports were due there is settled. */
public final class TypeInClosedMonth extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public TypeInClosedMonth(String township, LocalDate earliest) {
        super("division.refused.typeInClosedMonth", township, earliest);
    }
}
