package org.xuanpai.industry.issue;

import org.xuanpai.shared.Slip;

/** A sheet says the same indicator of the same township twice; none of the two is taken for the other. */
public final class CellTwice extends Slip {

    private static final long serialVersionUID = 1L;

    public CellTwice() {
        super("industry.issue.refused.cellTwice");
    }
}
