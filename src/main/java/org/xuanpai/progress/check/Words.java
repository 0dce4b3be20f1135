package org.xuanpai.progress.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.xuanpai.industry.IndicatorView;

/** Figures of a finding as its text shows them: the same on the page, in a refusal and in a test. */
final class Words {

    private static final char MINUS = '\u2212';

    private Words() {}

    /** {@code 3,120.00}: as many decimals as the indicator has. */
    static String figure(IndicatorView indicator, BigDecimal value) {
        return minus(String.format(Locale.ROOT, "%,." + indicator.decimals() + "f", value));
    }

    /** {@code 62.0}: one decimal, without its sign. */
    static String percent(BigDecimal value) {
        return minus(String.format(Locale.ROOT, "%,.1f", value));
    }

    /** {@code +8.3}, {@code −35.0}. */
    static String signed(BigDecimal value) {
        BigDecimal rounded = value.setScale(1, RoundingMode.HALF_UP);
        return (rounded.signum() > 0 ? "+" : "") + percent(rounded);
    }

    /** {@code 50}: no more decimals than it has. */
    static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return minus(
                (stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped).toPlainString());
    }

    private static String minus(String number) {
        return number.replace('-', MINUS);
    }
}
