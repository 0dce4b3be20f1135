package org.xuanpai.posting;

import java.time.LocalDate;
import org.xuanpai.shared.RuleViolation;

/** No step comes before the one that it follows. */
public final class StepsOutOfOrder extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public StepsOutOfOrder(LocalDate earliest) {
        super("posting.refused.stepsOutOfOrder", earliest);
    }
}
