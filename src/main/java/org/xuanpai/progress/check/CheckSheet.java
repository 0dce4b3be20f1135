package org.xuanpai.progress.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorKind;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.shared.Period;

/** Judges the figures of one township's month by the rules of that month and by what was handed in before. */
public final class CheckSheet {

    private final Period period;
    private final CheckRules rules;
    private final EarlierMonths earlier;

    public CheckSheet(Period period, CheckRules rules, EarlierMonths earlier) {
        this.period = period;
        this.rules = rules;
        this.earlier = earlier;
    }

    /** The months before. */
    public EarlierMonths earlier() {
        return earlier;
    }

    /**
     * Everything the rules find, in the order of the form.
     *
     * @param asked the indicators of the month
     * @param figures what is typed, by indicator code
     * @param unchanged fields the reviewer asked to change that are as they were
     */
    public List<Finding> findings(
            List<IndicatorView> asked, Map<String, Figure> figures, Collection<String> unchanged) {
        Map<String, IndicatorView> byCode =
                asked.stream().collect(Collectors.toMap(IndicatorView::code, Function.identity()));
        List<Finding> asWas = rules.about(RuleKind.UNCHANGED, "").stream()
                .flatMap(rule -> unchanged.stream().sorted().map(field -> unchanged(rule, field, byCode.get(field))))
                .toList();
        Set<String> explained =
                asWas.stream().filter(Finding::needsReason).map(Finding::field).collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        for (IndicatorView indicator : asked) {
            Figure figure = figures.get(indicator.code());
            if (figure != null) {
                oneReasonAtMost(at(indicator, figure, byCode, figures)).stream()
                        // why it is as it was says why it is right, too
                        .map(finding -> explained.contains(finding.field()) ? finding.withoutReason() : finding)
                        .forEach(findings::add);
            }
        }
        findings.addAll(asWas);
        return findings;
    }

    private static Finding unchanged(CheckRule rule, String field, @Nullable IndicatorView indicator) {
        return indicator == null
                ? new Finding(
                        rule.kind(), rule.severity(), field, List.of(), "check.finding.UNCHANGED." + field, List.of())
                : Finding.of(rule, indicator, "check.finding.UNCHANGED", indicator);
    }

    private List<Finding> at(
            IndicatorView indicator, Figure figure, Map<String, IndicatorView> byCode, Map<String, Figure> figures) {
        List<Finding> found = new ArrayList<>();
        String whole = Objects.requireNonNullElse(indicator.partOf(), "");
        partAboveWhole(indicator, figure, byCode.get(whole), figures.get(whole)).ifPresent(found::add);
        belowLastMonth(indicator, figure).ifPresent(found::add);
        outlier(indicator, figure).ifPresent(found::add);
        yearChange(indicator, figure).ifPresent(found::add);
        negativeMonth(indicator, figure).ifPresent(found::add);
        growthApart(indicator, figure, byCode, figures).ifPresent(found::add);
        return found;
    }

    /** Two rules that wonder at the same figure wonder at the same thing: it is explained once, or changed before. */
    private static List<Finding> oneReasonAtMost(List<Finding> found) {
        Optional<Finding> first = found.stream().anyMatch(Finding::isBlocking)
                ? Optional.empty()
                : found.stream().filter(Finding::needsReason).findFirst();
        return found.stream()
                .filter(finding -> !finding.needsReason() || finding.equals(first.orElse(null)))
                .toList();
    }

    private Optional<Finding> partAboveWhole(
            IndicatorView part, Figure figure, @Nullable IndicatorView whole, @Nullable Figure wholeFigure) {
        if (whole == null || wholeFigure == null) {
            return Optional.empty();
        }
        // a month's value and a cumulative one cannot be compared, what follows from both can
        boolean sameTyped = whole.typed() == part.typed();
        BigDecimal partValue = sameTyped ? figure.typed() : figure.cumulative();
        BigDecimal wholeValue = sameTyped ? wholeFigure.typed() : wholeFigure.cumulative();
        if (partValue == null || wholeValue == null || partValue.compareTo(wholeValue) <= 0) {
            return Optional.empty();
        }
        return rules.about(RuleKind.PART_ABOVE_WHOLE, part.code())
                .map(rule -> Finding.of(
                                rule,
                                part,
                                "check.finding.PART_ABOVE_WHOLE",
                                part,
                                Words.figure(part, partValue),
                                whole,
                                Words.figure(whole, wholeValue))
                        .about(whole.code()))
                // nobody can be held up by a figure that others issue: it is said why the own one is right
                .map(finding -> whole.isTyped() ? finding : finding.forAReason());
    }

    private Optional<Finding> belowLastMonth(IndicatorView indicator, Figure figure) {
        BigDecimal before = period.coversJanuary() ? null : earlier.cumulative(indicator.code(), period.previous());
        BigDecimal now = figure.cumulative();
        if (indicator.mayBeNegative() || before == null || now == null || now.compareTo(before) >= 0) {
            return Optional.empty();
        }
        return rules.about(RuleKind.BELOW_LAST_MONTH, indicator.code())
                .map(rule -> Finding.of(
                        rule,
                        indicator,
                        "check.finding.BELOW_LAST_MONTH",
                        indicator,
                        Words.figure(indicator, now),
                        Words.figure(indicator, before),
                        Words.figure(indicator, now.subtract(before))));
    }

    private Optional<Finding> outlier(IndicatorView indicator, Figure figure) {
        return rules.about(RuleKind.OUTLIER, indicator.code())
                .flatMap(rule -> UsualChange.of(indicator, period, figure, earlier, rule)
                        .filter(UsualChange::isOutside)
                        .map(usual -> Finding.of(rule, indicator, usual.key(indicator), usual.parts(indicator))));
    }

    private Optional<Finding> yearChange(IndicatorView indicator, Figure figure) {
        if (indicator.kind() == IndicatorKind.RATE) {
            // percent of percent say nothing
            return Optional.empty();
        }
        return rules.about(RuleKind.YEAR_CHANGE, indicator.code()).flatMap(rule -> {
            BigDecimal now = figure.monthValue();
            BigDecimal then = earlier.monthValue(indicator.code(), period.sameLastYear());
            BigDecimal change = Change.LAST_YEAR.of(indicator, now, then, rule.get(Parameter.LEAST_BASE));
            if (change == null || change.abs().compareTo(rule.get(Parameter.LIMIT)) <= 0) {
                return Optional.empty();
            }
            return Optional.of(Finding.of(
                    rule,
                    indicator,
                    "check.finding.YEAR_CHANGE",
                    indicator,
                    Words.figure(indicator, Objects.requireNonNull(now)),
                    Words.figure(indicator, Objects.requireNonNull(then)),
                    change.signum() < 0 ? 0 : 1,
                    Words.percent(change.abs()),
                    Words.plain(rule.get(Parameter.LIMIT))));
        });
    }

    private Optional<Finding> negativeMonth(IndicatorView indicator, Figure figure) {
        BigDecimal month = figure.monthValue();
        BigDecimal cumulative = figure.cumulative();
        if (!indicator.mayBeNegative()
                || month == null
                || cumulative == null
                || month.signum() >= 0
                || month.compareTo(figure.typed()) == 0) {
            return Optional.empty();
        }
        return rules.about(RuleKind.NEGATIVE_MONTH, indicator.code())
                .map(rule -> Finding.of(
                        rule, indicator, "check.finding.NEGATIVE_MONTH", indicator, Words.figure(indicator, month)));
    }

    private Optional<Finding> growthApart(
            IndicatorView indicator, Figure figure, Map<String, IndicatorView> byCode, Map<String, Figure> figures) {
        return rules.about(RuleKind.GROWTH_APART, indicator.code()).flatMap(rule -> {
            String code = Objects.requireNonNullElse(rule.other(), "");
            IndicatorView other = byCode.get(code);
            Figure otherFigure = figures.get(code);
            BigDecimal growth = figure.growth();
            BigDecimal otherGrowth = otherFigure == null ? null : otherFigure.growth();
            if (other == null || growth == null || otherGrowth == null) {
                return Optional.empty();
            }
            BigDecimal apart = growth.subtract(otherGrowth).abs();
            if (apart.compareTo(rule.get(Parameter.LIMIT)) <= 0) {
                return Optional.empty();
            }
            return Optional.of(Finding.of(
                            rule,
                            indicator,
                            "check.finding.GROWTH_APART",
                            indicator,
                            Words.signed(growth),
                            other,
                            Words.signed(otherGrowth),
                            Words.percent(apart))
                    .about(code));
        });
    }
}
