package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** Somebody else changed the field since its page was opened; whoever typed is to be asked. */
public final class FieldChangedMeanwhile extends RuleViolation {

    private static final long serialVersionUID = 1L;

    /** @param field an indicator's code or the name of a {@link TextField} */
    public FieldChangedMeanwhile(String field) {
        super("progress.error.fieldChangedMeanwhile", field);
    }
}
