package org.xuanpai.progress;

import org.xuanpai.shared.Slip;

/** A month can be locked without some reports only when whoever locks it says so having seen their names. */
public final class MissingNotConfirmed extends Slip {

    private static final long serialVersionUID = 1L;

    public MissingNotConfirmed() {
        super("progress.error.missingNotConfirmed");
    }
}
