package org.xuanpai.exchange;

import org.xuanpai.shared.Slip;

/** A worksheet cannot hold that many rows; comma-separated text can. */
public final class TooManyRows extends Slip {

    private static final long serialVersionUID = 1L;

    public TooManyRows(int limit) {
        super("exchange.tooManyRows", limit);
    }
}
