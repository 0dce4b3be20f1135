package org.xuanpai.posting;

import java.time.LocalDate;
import org.xuanpai.shared.RuleViolation;

/** Two procedures cannot begin on one day. */
public final class ProcedureOnThatDay extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ProcedureOnThatDay(LocalDate day) {
        super("posting.refused.procedureOnThatDay", day);
    }
}
