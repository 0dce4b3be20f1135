package org.xuanpai.industry;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The confirmed target of one township, year and indicator.
 *
 * @param yearlyTarget in the indicator's unit
 * @param baseline what was reached in the whole of last year; {@code null} when unknown
 */
public record TargetView(
        String indicatorCode,
        BigDecimal yearlyTarget,
        @Nullable BigDecimal baseline) {}
