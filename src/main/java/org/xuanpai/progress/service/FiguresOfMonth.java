package org.xuanpai.progress.service;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.FieldShare;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.progress.entity.SubmittedFigure;

/**
 * The figures of one month with what follows from each.
 *
 * @param asked the indicators of the month, in the order of the form
 * @param required codes of those with a yearly target
 * @param values the line of an indicator
 */
record FiguresOfMonth(
        List<IndicatorView> asked, Set<String> required, Function<IndicatorView, FigureTable.Line> values) {

    /** What is typed, as a submission freezes it. */
    Map<String, SubmittedFigure> frozen(MonthlyReport report) {
        Map<String, SubmittedFigure> frozen = new TreeMap<>();
        for (IndicatorView indicator : asked) {
            values.apply(indicator).ifTyped(line -> frozen.put(indicator.code(), line.frozen(report)));
        }
        return frozen;
    }

    /** How much of the month was typed, beside these texts. */
    FieldShare share(FieldShare texts) {
        return asked.stream()
                .map(indicator -> values.apply(indicator).share(indicator))
                .reduce(texts, FieldShare::plus);
    }
}
