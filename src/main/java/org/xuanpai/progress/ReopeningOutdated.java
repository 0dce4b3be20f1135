package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** What was to be reopened was locked again after that was proposed, so another lock is meant. */
public final class ReopeningOutdated extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ReopeningOutdated() {
        super("progress.error.reopeningOutdated");
    }
}
