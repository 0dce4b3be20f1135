package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** The reviewer did not ask for a change of this field. */
public final class FieldNotOpen extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private final String field;

    /** @param field an indicator's code or a name of {@link ReportField} */
    public FieldNotOpen(String field) {
        super("progress.error.fieldNotOpen", field);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
