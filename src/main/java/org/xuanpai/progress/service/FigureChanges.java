package org.xuanpai.progress.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.progress.Light;
import org.xuanpai.progress.PaceRule;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** The figures of a copy beside those of the copy before it; what the county issues stands in both as it counts now. */
@Component
class FigureChanges {

    private final StoredReports stored;
    private final KnownFigures known;
    private final Indicators indicators;
    private final PaceRule pace;

    FigureChanges(StoredReports stored, KnownFigures known, Indicators indicators, PaceRule pace) {
        this.stored = stored;
        this.known = known;
        this.indicators = indicators;
        this.pace = pace;
    }

    /**
     * Every figure of a copy, in the order of the form.
     *
     * @param number the copy; what it is compared with is the one before it
     * @param notes what the county wrote at figures of that one
     */
    List<ReviewPage.FigureChange> of(
            Scope scope, TownshipView township, Period period, UUID report, int number, Map<String, String> notes) {
        FigureTable table = table(scope, township, period);
        StoredReports.Copied now = stored.copied(report, number);
        StoredReports.Copied before = stored.copied(report, number - 1);
        List<ReviewPage.FigureChange> changes = new ArrayList<>();
        for (IndicatorView indicator : indicators.askedIn(township.countyId(), period)) {
            String code = indicator.code();
            ReportPage.Line line = line(indicator, period, now, table);
            ReportPage.Line old = line(indicator, period, before, table);
            changes.add(new ReviewPage.FigureChange(indicator, old, line, differ(old, line), notes.get(code)));
        }
        return changes;
    }

    /** The figures of a copy that read otherwise than they were handed in, because the county has issued others since. */
    List<ReportPage.Line> otherwise(Scope scope, TownshipView township, Period period, UUID report, int number) {
        FigureTable table = table(scope, township, period);
        StoredReports.Copied copy = stored.copied(report, number);
        return indicators.askedIn(township.countyId(), period).stream()
                .map(indicator -> line(indicator, period, copy, table))
                .filter(ReportPage.Line::isOtherwise)
                .toList();
    }

    private FigureTable table(Scope scope, TownshipView township, Period period) {
        return new FigureTable(
                period,
                known.of(scope, township.id(), period),
                indicators.targets(scope, township.id(), period.year()),
                Map.of());
    }

    private static boolean differ(ReportPage.Line old, ReportPage.Line line) {
        return old.typed() == null || line.typed() == null
                ? old.typed() != line.typed()
                : old.typed().compareTo(line.typed()) != 0;
    }

    private ReportPage.Line line(IndicatorView indicator, Period period, StoredReports.Copied copy, FigureTable table) {
        FigureTable.Line line = table.line(indicator, copy);
        Light light = pace.light(indicator, line.completion(), period);
        return ReportPage.Line.of(indicator, line, light, line.yearlyTarget() != null);
    }
}
