package org.xuanpai.cockpit.service;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.Light;

/**
 * An indicator of a township's latest copy, or of all of them together; what is not known is {@code null}.
 *
 * @param issuedAt when the county issued it; {@code null} for what a township typed
 */
public record FigureCell(
        IndicatorView indicator,
        @Nullable BigDecimal cumulative,
        @Nullable BigDecimal yearlyTarget,
        @Nullable BigDecimal completion,
        @Nullable BigDecimal growth,
        Light light,
        @Nullable Instant issuedAt) {

    /** The word of the status fragment. */
    public String kind() {
        return light.kind();
    }

    /** Message key of the light in words. */
    public String lightKey() {
        return "common.light." + kind();
    }
}
