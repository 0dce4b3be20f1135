package org.xuanpai.progress;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.shared.Period;

/**
 * When a flow is ahead of or behind the year.
 *
 * @param ahead percentage points above the pace from which it is ahead
 * @param behind percentage points below the pace from which it is behind
 */
@ConfigurationProperties("xuanpai.pace")
public record PaceRule(
        @DefaultValue("5") BigDecimal ahead,
        @DefaultValue("2") BigDecimal behind) {

    /**
     * The light of an indicator; only a flow has one.
     *
     * @param completion percent of the yearly target; {@code null} when there is none
     */
    public Light light(IndicatorView indicator, @Nullable BigDecimal completion, Period period) {
        return indicator.isFlow() ? light(completion, period) : Light.NONE;
    }

    /** @param completion percent of a flow's yearly target; {@code null} when there is none */
    Light light(@Nullable BigDecimal completion, Period period) {
        if (completion == null) {
            return Light.NONE;
        }
        BigDecimal lead = completion.subtract(period.pace());
        if (lead.compareTo(ahead) >= 0) {
            return Light.AHEAD;
        }
        return lead.compareTo(behind.negate()) <= 0 ? Light.BEHIND : Light.ON_PACE;
    }
}
