package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorKind;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.check.Finding;
import org.xuanpai.shared.Period;

/**
 * How far a correction moves a figure and what the rules of the checks say to it, for whoever proposes it and whoever confirms
 * it.
 *
 * @param period the corrected month
 * @param findings about the figure as it would read, by the rules of today
 * @param nextFindings what they would say of the month after, where that is reported already
 */
public record CorrectionReview(
        IndicatorView indicator,
        Period period,
        BigDecimal before,
        BigDecimal after,
        List<Finding> findings,
        List<Finding> nextFindings) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public CorrectionReview {
        findings = List.copyOf(findings);
        nextFindings = List.copyOf(nextFindings);
    }

    public Period next() {
        return period.next();
    }

    /** Whether a rule wonders at it, so that nobody does it without having seen that; the reason is the correction's note. */
    public boolean wonders() {
        return wondering().findAny().isPresent();
    }

    /** What has been seen by whoever saw this: the figure with its value and the rules that wonder at it. */
    public String seen() {
        return indicator.code() + " " + after.stripTrailingZeros().toPlainString()
                + wondering().collect(Collectors.joining());
    }

    private Stream<String> wondering() {
        return Stream.concat(wondering(period, findings), wondering(next(), nextFindings));
    }

    private static Stream<String> wondering(Period month, List<Finding> findings) {
        return findings.stream().filter(Finding::needsReason).map(finding -> " " + month + ":" + finding.rule());
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
