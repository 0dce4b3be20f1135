package org.xuanpai.progress;

import org.xuanpai.industry.FigureFault;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.shared.Slip;

/** A figure of the report cannot be one of its indicator; the message says why. */
public final class FigureRefused extends Slip {

    private static final long serialVersionUID = 1L;

    public FigureRefused(IndicatorView indicator, FigureFault fault) {
        super(keyOf(indicator, fault), indicator.localTitle(), indicator.decimals());
    }

    /** Message key of a fault; takes the indicator's name and its decimals. */
    public static String keyOf(IndicatorView indicator, FigureFault fault) {
        boolean whole = fault == FigureFault.DECIMALS && indicator.decimals() == 0;
        return "progress.error." + (whole ? "notWhole" : fault.word());
    }
}
