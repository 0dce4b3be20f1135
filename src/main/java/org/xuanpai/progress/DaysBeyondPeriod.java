package org.xuanpai.progress;

import org.xuanpai.shared.Slip;

/** More days on site than the reported months have, or less than none. */
public final class DaysBeyondPeriod extends Slip {

    private static final long serialVersionUID = 1L;

    public DaysBeyondPeriod(int most) {
        super("progress.error.days", most);
    }
}
