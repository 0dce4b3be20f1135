package org.xuanpai.progress;

import org.xuanpai.shared.Slip;

/** Whoever proposes a correction at which a rule wonders has to have seen what it says (decision 18). */
public final class CorrectionNotSeen extends Slip {

    private static final long serialVersionUID = 1L;

    public CorrectionNotSeen() {
        super("progress.error.correctionNotSeen");
    }
}
