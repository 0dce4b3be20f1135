package org.xuanpai.industry;

import org.xuanpai.shared.Slip;

/** A target or baseline cannot be what was typed; the message says why. */
public final class TargetFigureRefused extends Slip {

    private static final long serialVersionUID = 1L;

    private final String indicatorCode;
    private final Figure figure;

    public TargetFigureRefused(FigureFault fault, IndicatorView indicator, Figure figure) {
        super("industry.refused." + fault.word(), indicator.localTitle(), indicator.decimals());
        this.indicatorCode = indicator.code();
        this.figure = figure;
    }

    public String indicatorCode() {
        return indicatorCode;
    }

    public Figure figure() {
        return figure;
    }

    /** Which figure of a line it is about. */
    public enum Figure {
        /** The task of the year. */
        TARGET,
        /** What was reached last year. */
        BASELINE
    }
}
