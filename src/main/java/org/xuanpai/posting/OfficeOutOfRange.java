package org.xuanpai.posting;

import java.time.LocalDate;
import org.xuanpai.shared.RuleViolation;

/** An office begins on the day of the announcement or at most a month later. */
public final class OfficeOutOfRange extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public OfficeOutOfRange(LocalDate first, LocalDate last) {
        super("posting.refused.officeOutOfRange", first, last);
    }
}
