package org.xuanpai.exchange;

import org.xuanpai.shared.RuleViolation;

/** A comma-separated file does not keep to RFC 4180. */
public final class CsvBroken extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public CsvBroken(int line) {
        super("exchange.csvBroken", line);
    }
}
