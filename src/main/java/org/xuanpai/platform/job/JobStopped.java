package org.xuanpai.platform.job;

import org.xuanpai.shared.RuleViolation;

/** The job was not heard of for too long and counts as failed, so what it did must not stay. */
final class JobStopped extends RuleViolation {

    static final String KEY = "error.jobStopped";

    private static final long serialVersionUID = 1L;

    JobStopped() {
        super(KEY);
    }
}
