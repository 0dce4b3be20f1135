package org.xuanpai.division;

import org.xuanpai.shared.Slip;

/** A unit in being has the code. */
public final class CodeInUse extends Slip {

    private static final long serialVersionUID = 1L;

    public CodeInUse(String code, String name) {
        super("division.refused.codeInUse", code, name);
    }
}
