package org.xuanpai.shared;

/** There is no such report month; January is reported together with February. */
public final class NotAMonth extends Slip {

    private static final long serialVersionUID = 1L;

    public NotAMonth() {
        super("common.error.notAMonth");
    }
}
