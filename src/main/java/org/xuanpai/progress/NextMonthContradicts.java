package org.xuanpai.progress;

import org.xuanpai.shared.LocalName;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Slip;

/** With the corrected figure a part would be greater than its whole in the month after, which is reported already. */
public final class NextMonthContradicts extends Slip {

    private static final long serialVersionUID = 1L;

    public NextMonthContradicts(Period next, LocalName part, LocalName whole) {
        super("progress.error.nextMonthContradicts", next, part, whole);
    }
}
