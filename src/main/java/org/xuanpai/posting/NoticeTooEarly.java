package org.xuanpai.posting;

import java.time.LocalDate;
import org.xuanpai.shared.RuleViolation;

/** A notice runs from the day of its publication at the earliest. */
public final class NoticeTooEarly extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NoticeTooEarly(LocalDate published) {
        super("posting.refused.noticeTooEarly", published);
    }
}
