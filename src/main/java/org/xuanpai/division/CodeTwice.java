package org.xuanpai.division;

import org.xuanpai.shared.Slip;

/** Two parts cannot have one code. */
public final class CodeTwice extends Slip {

    private static final long serialVersionUID = 1L;

    public CodeTwice(String code) {
        super("division.refused.codeTwice", code);
    }
}
