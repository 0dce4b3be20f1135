package org.xuanpai.exchange;

import org.xuanpai.shared.Slip;

/** A comma-separated file does not keep to RFC 4180, or has a row that is too long to be one. */
public final class CsvBroken extends Slip {

    private static final long serialVersionUID = 1L;
    private static final String TOO_LONG = "exchange.csvTooLong";

    public CsvBroken(int line) {
        super("exchange.csvBroken", line);
    }

    private CsvBroken(String key, Object... arguments) {
        super(key, arguments);
    }

    /** A row that begins on a line has more than so many characters. */
    static CsvBroken tooLong(int line, int longest) {
        return new CsvBroken(TOO_LONG, line, longest);
    }

    public boolean isTooLong() {
        return key().equals(TOO_LONG);
    }
}
