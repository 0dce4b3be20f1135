package org.xuanpai.posting;

import java.time.LocalDate;
import org.xuanpai.shared.RuleViolation;

/** A term ends after it began, and within ten years. */
public final class TermOutOfRange extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public TermOutOfRange(LocalDate first, LocalDate last) {
        super("posting.refused.termOutOfRange", first, last);
    }
}
