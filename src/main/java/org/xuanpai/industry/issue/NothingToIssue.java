package org.xuanpai.industry.issue;

import org.xuanpai.shared.RuleViolation;

/** A sheet says nothing that does not count already. */
public final class NothingToIssue extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NothingToIssue() {
        super("industry.issue.refused.nothing");
    }
}
