package org.xuanpai.industry;

import org.xuanpai.shared.Slip;

/** Targets are set for the years the system knows. */
public final class TargetYearOutOfRange extends Slip {

    private static final long serialVersionUID = 1L;

    public TargetYearOutOfRange(int year) {
        super("industry.refused.yearOutOfRange", String.valueOf(year));
    }
}
