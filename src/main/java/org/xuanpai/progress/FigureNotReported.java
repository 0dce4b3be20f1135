package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** The figure is not in the report, so there is nothing to correct. */
public final class FigureNotReported extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public FigureNotReported() {
        super("progress.error.figureNotReported");
    }
}
