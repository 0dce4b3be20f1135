package org.xuanpai.progress;

import org.xuanpai.shared.Slip;

/** The corrected figure is what the report says already. */
public final class FigureUnchanged extends Slip {

    private static final long serialVersionUID = 1L;

    public FigureUnchanged() {
        super("progress.error.figureUnchanged");
    }
}
