package org.xuanpai.posting;

import java.time.LocalDate;
import org.xuanpai.shared.RuleViolation;

/** A procedure begins today or later: what was begun under another one goes on under it. */
public final class ProcedureInPast extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ProcedureInPast(LocalDate today) {
        super("posting.refused.procedureInPast", today);
    }
}
