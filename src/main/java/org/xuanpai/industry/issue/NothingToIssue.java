package org.xuanpai.industry.issue;

import org.xuanpai.shared.Slip;

/** A sheet says nothing that does not count already. */
public final class NothingToIssue extends Slip {

    private static final long serialVersionUID = 1L;

    public NothingToIssue() {
        super("industry.issue.refused.nothing");
    }
}
