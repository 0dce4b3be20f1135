package org.xuanpai.division;

import java.time.LocalDate;
import org.xuanpai.shared.RuleViolation;

/** The township has a confirmed type from the same day; the type would be open. */
public final class TypeOnThatDay extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public TypeOnThatDay(String township, LocalDate day) {
        super("division.refused.typeOnThatDay", township, day);
    }
}
