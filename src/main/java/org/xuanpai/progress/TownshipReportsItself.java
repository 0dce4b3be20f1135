package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** A month is given up only where nobody can report it: the township is there, or was merged into one that finishes it (decision 26). */
public final class TownshipReportsItself extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public TownshipReportsItself(String township) {
        super("progress.error.townshipReportsItself", township);
    }
}
