package org.xuanpai.progress;

import org.xuanpai.shared.LocalName;
import org.xuanpai.shared.Slip;

/** The corrected figure would make a part greater than its whole. */
public final class GreaterThanWhole extends Slip {

    private static final long serialVersionUID = 1L;

    public GreaterThanWhole(LocalName part, LocalName whole) {
        super("progress.error.greaterThanWhole", part, whole);
    }
}
