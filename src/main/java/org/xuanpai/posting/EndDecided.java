package org.xuanpai.posting;

import java.time.LocalDate;
import org.xuanpai.shared.RuleViolation;

/** A term ends once. */
public final class EndDecided extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public EndDecided(LocalDate lastDay) {
        super("posting.refused.endDecided", lastDay);
    }
}
