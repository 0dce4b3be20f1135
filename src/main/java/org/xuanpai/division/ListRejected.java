package org.xuanpai.division;

import org.xuanpai.shared.RuleViolation;

/** The published list cannot be brought in; nothing was changed. */
public final class ListRejected extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ListRejected(String problem, Object... arguments) {
        super("division.import." + problem, arguments);
    }
}
