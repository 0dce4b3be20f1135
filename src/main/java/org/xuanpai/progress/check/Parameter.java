package org.xuanpai.progress.check;

import java.math.BigDecimal;

/** A number that a rule is set by, and the bounds of what it can be; the database has the same bounds. */
public enum Parameter {
    /** The largest difference that is nothing to explain, in percent or percentage points. */
    LIMIT(1, 1000, 1),
    /** What is smaller is not compared with: small numbers jump. */
    LEAST_BASE(0, 1_000_000, 4),
    /** How many median deviations the band is wide on either side. */
    BAND_FACTOR(1, 20, 1),
    /** The least width of the band on either side in percentage points, for a series that hardly moves. */
    LEAST_BAND(1, 1000, 1),
    /** How many months the band looks back. */
    WINDOW(12, 36, 0),
    /** How many earlier changes a band needs; fewer are no experience. */
    LEAST_POINTS(6, 24, 0);

    private final BigDecimal least;
    private final BigDecimal most;
    private final int decimals;

    Parameter(int least, int most, int decimals) {
        this.least = BigDecimal.valueOf(least);
        this.most = BigDecimal.valueOf(most);
        this.decimals = decimals;
    }

    public BigDecimal least() {
        return least;
    }

    public BigDecimal most() {
        return most;
    }

    public boolean allows(BigDecimal value) {
        return value.compareTo(least) >= 0
                && value.compareTo(most) <= 0
                && value.stripTrailingZeros().scale() <= decimals;
    }
}
