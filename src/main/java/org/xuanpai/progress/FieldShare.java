package org.xuanpai.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorView;

/**
 * How much of a report was typed (decision 0017). What counts are the fields a paper form would have and that have content: month
 * value, cumulative value, same period last year and yearly target of each indicator, and the texts. Growth and completion are
 * computed and would be on no one's desk, so they count nowhere; nor does what is empty.
 *
 * @param typed fields that a person typed in this report
 * @param carried fields that the system filled: known before, issued, derived
 */
public record FieldShare(int typed, int carried) {

    public static final FieldShare NOTHING = new FieldShare(0, 0);

    /** The share that the county aims at, in percent. */
    public static final int GOAL = 70;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * The fields of one indicator.
     *
     * @param byHand whether its value was typed in this report
     */
    public static FieldShare of(
            IndicatorView indicator,
            boolean byHand,
            @Nullable BigDecimal monthValue,
            @Nullable BigDecimal cumulative,
            @Nullable BigDecimal lastYear,
            @Nullable BigDecimal yearlyTarget) {
        if (indicator.isNotKept()) {
            return NOTHING;
        }
        Stream<@Nullable BigDecimal> fields = Stream.of(monthValue, cumulative, lastYear, yearlyTarget);
        int known = (int) fields.filter(field -> field != null).count();
        int typed = byHand ? 1 : 0;
        // a typed cumulative value alone, without a month before it, is one field
        return new FieldShare(typed, Math.max(known - typed, 0));
    }

    /** Texts of a report, each typed where there is one. */
    public static FieldShare ofTexts(String... texts) {
        return new FieldShare(
                (int) Stream.of(texts).filter(text -> !text.isBlank()).count(), 0);
    }

    public FieldShare plus(FieldShare other) {
        return new FieldShare(typed + other.typed, carried + other.carried);
    }

    /** All fields with content. */
    public int fields() {
        return typed + carried;
    }

    /** Percent of the fields that nobody had to type; {@code null} while nothing is there. */
    public @Nullable BigDecimal percent() {
        return fields() == 0
                ? null
                : BigDecimal.valueOf(carried)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(fields()), 1, RoundingMode.HALF_UP);
    }
}
