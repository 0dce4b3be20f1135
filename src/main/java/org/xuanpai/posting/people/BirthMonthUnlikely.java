package org.xuanpai.posting.people;

import org.xuanpai.shared.RuleViolation;

/** Nobody of that age holds an office; a digit was mistyped. */
public final class BirthMonthUnlikely extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public BirthMonthUnlikely(int youngest, int oldest) {
        super("posting.people.refused.birthMonth", youngest, oldest);
    }
}
