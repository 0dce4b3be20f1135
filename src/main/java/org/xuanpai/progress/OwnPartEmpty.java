package org.xuanpai.progress;

import org.xuanpai.shared.Slip;

/** Nothing is written in the own part that is to be confirmed. */
public final class OwnPartEmpty extends Slip {

    private static final long serialVersionUID = 1L;

    public OwnPartEmpty() {
        super("progress.error.achievementsMissing");
    }
}
