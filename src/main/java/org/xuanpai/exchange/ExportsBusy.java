package org.xuanpai.exchange;

import org.xuanpai.shared.RuleViolation;

/** Too many exports run at this moment; the same link works a little later. */
public final class ExportsBusy extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ExportsBusy() {
        super("exchange.busy");
    }
}
