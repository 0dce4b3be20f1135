package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** One proposal after the other. */
public final class ProcedureWaits extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ProcedureWaits() {
        super("posting.refused.procedureWaits");
    }
}
