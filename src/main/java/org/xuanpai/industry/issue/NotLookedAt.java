package org.xuanpai.industry.issue;

import org.xuanpai.shared.Slip;

/** The checks wonder at figures of the sheet, and the issuer has not said, with a note, that they were looked at. */
public final class NotLookedAt extends Slip {

    private static final long serialVersionUID = 1L;

    public NotLookedAt(int doubts) {
        super("industry.issue.refused.notLookedAt", doubts);
    }
}
