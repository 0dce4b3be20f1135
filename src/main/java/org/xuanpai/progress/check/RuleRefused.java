package org.xuanpai.progress.check;

import org.xuanpai.shared.Slip;

/** A rule cannot be set like this. */
public final class RuleRefused extends Slip {

    private static final long serialVersionUID = 1L;

    private final String field;

    /** @param field what does not fit the kind of rule: {@code severity} or {@code indicator} */
    public RuleRefused(String field) {
        super("check.refused." + field);
        this.field = field;
    }

    RuleRefused(Parameter parameter) {
        super("check.refused.parameter." + parameter, parameter.least(), parameter.most());
        this.field = "parameters[" + parameter + "]";
    }

    /** The field of the form it is about. */
    public String field() {
        return field;
    }
}
