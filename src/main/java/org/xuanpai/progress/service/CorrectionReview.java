package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorKind;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.check.Finding;

/**
 * How far a correction moves a figure and what the rules of the checks say to it, for whoever proposes it and whoever confirms
 * it.
 *
 * @param findings about the figure as it would read, by the rules of today
 */
public record CorrectionReview(IndicatorView indicator, BigDecimal before, BigDecimal after, List<Finding> findings) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public CorrectionReview {
        findings = List.copyOf(findings);
    }

    /** Whether a rule wonders at it, so that nobody does it without having seen that; the reason is the correction's note. */
    public boolean wonders() {
        return findings.stream().anyMatch(Finding::needsReason);
    }

    public BigDecimal difference() {
        return after.subtract(before);
    }

    /** The difference in percent; {@code null} where percent say nothing: of a rate, and of what was zero or below. */
    public @Nullable BigDecimal percent() {
        return indicator.kind() == IndicatorKind.RATE || before.signum() <= 0
                ? null
                : difference().multiply(HUNDRED).divide(before, 1, RoundingMode.HALF_UP);
    }
}
