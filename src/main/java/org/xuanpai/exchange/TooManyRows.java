package org.xuanpai.exchange;

import org.xuanpai.shared.RuleViolation;

/** A worksheet cannot hold that many rows; comma-separated text can. */
public final class TooManyRows extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public TooManyRows(int limit) {
        super("exchange.tooManyRows", limit);
    }
}
