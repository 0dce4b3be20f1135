package org.xuanpai.division;

import java.time.LocalDate;
import org.xuanpai.shared.RuleViolation;

/** Units do not change in a month that is closed: who owed its reports, and under which name, is settled. */
public final class LandInClosedMonth extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public LandInClosedMonth(LocalDate earliest) {
        super("division.refused.landInClosedMonth", earliest);
    }
}
