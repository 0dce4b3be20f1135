package org.xuanpai.platform;

import org.xuanpai.shared.RuleViolation;

/** One of the kind is running in the county already. */
public final class JobRunning extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public JobRunning() {
        super("error.jobRunning");
    }
}
