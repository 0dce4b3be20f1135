package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** The First Secretary confirmed the own part, so there is no absence to record. */
public final class OwnPartConfirmed extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public OwnPartConfirmed() {
        super("progress.error.ownPartConfirmed");
    }
}
