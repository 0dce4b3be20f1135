package org.xuanpai.industry;

import org.xuanpai.shared.Slip;

/** A sheet gives two targets for one indicator, so the target would be open. */
public final class IndicatorTwice extends Slip {

    private static final long serialVersionUID = 1L;

    public IndicatorTwice(String code) {
        super("industry.refused.indicatorTwice", code);
    }
}
