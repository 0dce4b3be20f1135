package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** A mark names a field the report does not have. */
public final class NoSuchField extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NoSuchField() {
        super("progress.error.noSuchField");
    }
}
