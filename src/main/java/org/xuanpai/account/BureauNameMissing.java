package org.xuanpai.account;

import org.xuanpai.shared.Slip;

/** A duty at a bureau names the bureau. */
public final class BureauNameMissing extends Slip {

    private static final long serialVersionUID = 1L;

    public BureauNameMissing() {
        super("account.error.bureauNameMissing");
    }
}
