package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.LargerPart;
import org.xuanpai.progress.OpenFields;
import org.xuanpai.progress.ReportField;

/**
 * What keeps figures from being handed in: an indicator with a yearly target that the township types and has left empty, or a part larger than its whole
 * (domain-rules §7). The same answer for the submission, for the page, and for what a return has to leave open.
 *
 * @param missing indicator codes in the order of the form
 * @param larger contradictions in the order of the form
 */
public record SubmissionCheck(List<String> missing, List<LargerPart> larger) {

    public SubmissionCheck {
        missing = List.copyOf(missing);
        larger = List.copyOf(larger);
    }

    static SubmissionCheck of(List<IndicatorView> asked, Set<String> required, Map<String, BigDecimal> typed) {
        Map<String, IndicatorView> byCode =
                asked.stream().collect(Collectors.toMap(IndicatorView::code, Function.identity()));
        List<String> missing = asked.stream()
                .filter(IndicatorView::isTyped)
                .map(IndicatorView::code)
                .filter(code -> required.contains(code) && !typed.containsKey(code))
                .toList();
        List<LargerPart> larger = new ArrayList<>();
        for (IndicatorView part : asked) {
            IndicatorView whole = byCode.get(Objects.requireNonNullElse(part.partOf(), ""));
            // a month's value and a cumulative one cannot be compared
            if (whole != null && whole.typed() == part.typed()) {
                BigDecimal partValue = typed.get(part.code());
                BigDecimal wholeValue = typed.get(whole.code());
                if (partValue != null && wholeValue != null && partValue.compareTo(wholeValue) > 0) {
                    larger.add(new LargerPart(part.code(), partValue, whole.code(), wholeValue));
                }
            }
        }
        return new SubmissionCheck(missing, larger);
    }

    /**
     * The fields a return leaves open: the marked ones, what belongs together with a marked figure (its parts, its whole, its
     * entered growth, the note on what lags behind), and whatever the copy could not be handed in with today, because a target
     * may have been confirmed since. Without a mark everything is open.
     *
     * @param asked the indicators of the period
     * @param required indicators with a target, as of today
     * @param returned what the returned copy says
     */
    static OpenFields openAfterReturn(
            Set<String> marks, List<IndicatorView> asked, Set<String> required, Map<String, BigDecimal> returned) {
        if (marks.isEmpty()) {
            return OpenFields.all();
        }
        SubmissionCheck today = of(asked, required, returned);
        Set<String> open = new HashSet<>(marks);
        open.addAll(today.missing());
        today.larger().forEach(pair -> {
            open.add(pair.part());
            open.add(pair.whole());
        });
        if (asked.stream().map(IndicatorView::code).anyMatch(open::contains)) {
            open.add(ReportField.BEHIND_NOTE);
        }
        while (asked.stream().map(SubmissionCheck::family).anyMatch(family -> spreads(family, open))) {
            // until nothing more belongs to what is open
        }
        return new OpenFields(open);
    }

    private static Set<String> family(IndicatorView indicator) {
        Set<String> family = new HashSet<>(Set.of(indicator.code()));
        if (indicator.partOf() != null) {
            family.add(indicator.partOf());
        }
        indicator.enteredGrowth().ifPresent(family::add);
        return family;
    }

    private static boolean spreads(Set<String> family, Set<String> open) {
        return family.stream().anyMatch(open::contains) && open.addAll(family);
    }
}
