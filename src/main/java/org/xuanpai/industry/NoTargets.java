package org.xuanpai.industry;

import org.xuanpai.shared.Slip;

/** A sheet without a single target says nothing. */
public final class NoTargets extends Slip {

    private static final long serialVersionUID = 1L;

    public NoTargets() {
        super("industry.refused.noTargets");
    }
}
