package org.xuanpai.account;

import org.xuanpai.shared.Slip;

/** No unit in being has this division code. */
public final class UnknownUnit extends Slip {

    private static final long serialVersionUID = 1L;

    public UnknownUnit(String code) {
        super("account.error.unknownUnit", code);
    }
}
