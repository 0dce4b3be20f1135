package org.xuanpai.progress;

import org.xuanpai.shared.Slip;

/** A correction needs a note that says why. */
public final class NoteMissing extends Slip {

    private static final long serialVersionUID = 1L;

    /** Message key. */
    public static final String KEY = "progress.error.noteMissing";

    public NoteMissing() {
        super(KEY);
    }
}
