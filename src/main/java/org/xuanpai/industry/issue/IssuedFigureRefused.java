package org.xuanpai.industry.issue;

import org.xuanpai.industry.FigureFault;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.shared.Slip;

/** A figure cannot be one of its indicator; the message says why. */
public final class IssuedFigureRefused extends Slip {

    private static final long serialVersionUID = 1L;

    public IssuedFigureRefused(FigureFault fault, IndicatorView indicator) {
        super(keyOf(fault), indicator.localTitle(), indicator.decimals());
    }

    /** Message key of what is wrong with a figure. */
    public static String keyOf(FigureFault fault) {
        return "industry.refused." + fault.word();
    }
}
