package org.xuanpai.progress;

import org.xuanpai.shared.Slip;

/** Whoever approves a report over open objections has to have seen each of them (decision 25). */
public final class ObjectionsNotSeen extends Slip {

    private static final long serialVersionUID = 1L;

    public ObjectionsNotSeen() {
        super("progress.error.objectionsNotSeen");
    }
}
