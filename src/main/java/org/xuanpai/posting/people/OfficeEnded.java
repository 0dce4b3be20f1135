package org.xuanpai.posting.people;

import java.time.LocalDate;
import org.xuanpai.shared.RuleViolation;

/** The office has an end already. */
public final class OfficeEnded extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public OfficeEnded(LocalDate endsOn) {
        super("posting.people.refused.officeEnded", endsOn);
    }
}
