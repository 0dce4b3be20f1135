package org.xuanpai.progress;

import org.xuanpai.shared.Slip;

/** That a month is not waited for needs a reason. */
public final class ClosingReasonMissing extends Slip {

    /** Message key, for the form that says it at the field. */
    public static final String KEY = "progress.error.closingReasonMissing";

    private static final long serialVersionUID = 1L;

    public ClosingReasonMissing() {
        super(KEY);
    }
}
