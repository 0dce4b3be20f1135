package org.xuanpai.division;

import org.xuanpai.shared.Slip;

/** The code does not belong to the level, or the level does not belong below the parent. */
public final class CodeDoesNotFit extends Slip {

    private static final long serialVersionUID = 1L;

    public CodeDoesNotFit(String code) {
        super("division.refused.codeDoesNotFit", code);
    }
}
