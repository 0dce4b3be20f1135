package org.xuanpai.progress.service;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.xuanpai.progress.entity.SubmittedFigure;

/**
 * What a copy was handed in with where the county has issued another figure since, for the month itself or for one that it follows
 * from. Each value is {@code null} where it reads as it did, or was not known.
 *
 * @param known whether there was a figure at all: issued by then, or typed by the township
 */
public record HandedIn(
        boolean known,
        @Nullable BigDecimal monthValue,
        @Nullable BigDecimal cumulative,
        @Nullable BigDecimal growth,
        @Nullable BigDecimal completion) {

    /** What a line was handed in with; {@code null} when it reads as it did. */
    static @Nullable HandedIn beside(FigureTable.Line now, @Nullable SubmittedFigure then) {
        if (then == null) {
            return new HandedIn(false, null, null, null, null);
        }
        HandedIn differing = new HandedIn(
                true,
                differing(then.monthValue(), now.monthValue()),
                differing(then.cumulative(), now.cumulative()),
                differing(then.growth(), now.growth()),
                differing(then.completion(), now.completion()));
        return differing.isNothing() ? null : differing;
    }

    private static @Nullable BigDecimal differing(@Nullable BigDecimal then, @Nullable BigDecimal now) {
        return then == null || now != null && then.compareTo(now) == 0 ? null : then;
    }

    private boolean isNothing() {
        return monthValue == null && cumulative == null && growth == null && completion == null;
    }
}
