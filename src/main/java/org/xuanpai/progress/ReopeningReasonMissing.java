package org.xuanpai.progress;

import org.xuanpai.shared.Slip;

/** A reopening needs a reason. */
public final class ReopeningReasonMissing extends Slip {

    private static final long serialVersionUID = 1L;

    public ReopeningReasonMissing() {
        super("progress.error.reopeningReasonMissing");
    }
}
