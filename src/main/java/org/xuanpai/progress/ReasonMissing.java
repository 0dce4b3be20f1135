package org.xuanpai.progress;

import org.xuanpai.shared.Slip;

/** A return needs a reason. */
public final class ReasonMissing extends Slip {

    private static final long serialVersionUID = 1L;

    public ReasonMissing() {
        super("progress.error.reasonMissing");
    }
}
