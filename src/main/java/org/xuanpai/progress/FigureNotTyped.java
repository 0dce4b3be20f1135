package org.xuanpai.progress;

import org.xuanpai.industry.IndicatorView;
import org.xuanpai.shared.RuleViolation;

/** A figure that the county issues, or that is counted from enterprises, is not typed by a township; it may object to it. */
public final class FigureNotTyped extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public FigureNotTyped(IndicatorView indicator) {
        super(keyOf(indicator), indicator.localTitle());
    }

    /** Message key that says where the figure comes from. */
    public static String keyOf(IndicatorView indicator) {
        return indicator.isIssued() ? "progress.error.issuedNotTyped" : "progress.error.countedNotTyped";
    }
}
