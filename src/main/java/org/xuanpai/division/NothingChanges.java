package org.xuanpai.division;

import org.xuanpai.shared.Slip;

/** Name and code are what they were. */
public final class NothingChanges extends Slip {

    private static final long serialVersionUID = 1L;

    public NothingChanges(String unit) {
        super("division.refused.nothingChanges", unit);
    }
}
