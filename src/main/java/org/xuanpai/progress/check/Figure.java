package org.xuanpai.progress.check;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the month with what follows from it; what is not known is {@code null}.
 *
 * @param monthValue the month's own value; for stocks and rates the value itself
 * @param cumulative the value since 1 January; {@code null} for stocks and rates
 * @param growth percent against the same period last year, or as entered
 */
public record Figure(
        BigDecimal typed,
        @Nullable BigDecimal monthValue,
        @Nullable BigDecimal cumulative,
        @Nullable BigDecimal growth) {}
