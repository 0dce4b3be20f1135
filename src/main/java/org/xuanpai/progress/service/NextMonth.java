package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.progress.check.CheckSheet;
import org.xuanpai.progress.check.Checks;
import org.xuanpai.progress.check.EarlierMonths;
import org.xuanpai.progress.check.Figure;
import org.xuanpai.progress.check.Finding;
import org.xuanpai.progress.entity.SubmittedFigure;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;
import org.xuanpai.shared.Severity;

/**
 * Holds a figure that would read otherwise against the month after it, where that is reported already: its own figure stays as
 * it was typed, and the rules of the checks judge it anew.
 */
@Component
class NextMonth {

    private final FollowingFigures following;
    private final StoredReports stored;
    private final Checks checks;
    private final Indicators indicators;
    private final Divisions divisions;

    NextMonth(
            FollowingFigures following,
            StoredReports stored,
            Checks checks,
            Indicators indicators,
            Divisions divisions) {
        this.following = following;
        this.stored = stored;
        this.checks = checks;
        this.indicators = indicators;
        this.divisions = divisions;
    }

    /** What the rules would say about the same figure of the month after that they do not say now. */
    List<Finding> findings(
            Scope scope, UUID township, Period period, String code, SubmittedFigure before, SubmittedFigure now) {
        return following.next(scope, township, period).stream()
                .flatMap(next -> findings(scope, next, period, code, before, now).stream())
                .toList();
    }

    private List<Finding> findings(
            Scope scope,
            FollowingFigures.Later next,
            Period period,
            String code,
            SubmittedFigure before,
            SubmittedFigure now) {
        Map<String, SubmittedFigure> frozen = stored.frozen(next.report(), next.number());
        Map<String, IndicatorView> asked = indicators.askedIn(next.county(), next.period()).stream()
                .collect(Collectors.toMap(
                        IndicatorView::code, Function.identity(), (one, other) -> one, java.util.LinkedHashMap::new));
        SubmittedFigure figure = frozen.get(code);
        IndicatorView indicator = asked.get(code);
        if (figure == null || indicator == null) {
            return List.of();
        }
        TownshipView township = divisions
                .township(scope, next.township(), next.period().lastDay())
                .orElseThrow(NotFound::new);
        CheckSheet sheet = checks.sheet(scope, township, next.period(), null);
        Map<String, Figure> figures = new TreeMap<>();
        frozen.forEach((other, line) -> figures.put(other, checked(line)));
        List<Finding> standing = sheet.findings(List.copyOf(asked.values()), figures, List.of());
        shift(sheet.earlier(), period, code, before, now);
        figures.put(
                code,
                CheckedFigure.of(
                        indicator, next.period(), figure.typed(), sheet.earlier(), other -> typed(frozen, other)));
        List<Finding> found = new ArrayList<>(sheet.findings(List.copyOf(asked.values()), figures, List.of()));
        found.removeAll(standing);
        return found.stream()
                .filter(finding ->
                        finding.field().equals(code) || finding.others().contains(code))
                .filter(finding -> finding.severity() == Severity.HINT || isTyped(asked.get(finding.field())))
                .toList();
    }

    /** The month as it would read; where it is a part of what is one township by then, that moves by as much. */
    private static void shift(
            EarlierMonths earlier, Period period, String code, SubmittedFigure before, SubmittedFigure now) {
        earlier.over(
                code,
                period,
                moved(earlier.monthValue(code, period), before.monthValue(), now.monthValue()),
                moved(earlier.cumulative(code, period), before.cumulative(), now.cumulative()));
    }

    private static @Nullable BigDecimal moved(
            @Nullable BigDecimal value, @Nullable BigDecimal before, @Nullable BigDecimal now) {
        return value == null || before == null || now == null
                ? null
                : value.add(now).subtract(before);
    }

    private static Figure checked(SubmittedFigure line) {
        return new Figure(line.typed(), line.monthValue(), line.cumulative(), line.growth());
    }

    private static @Nullable BigDecimal typed(Map<String, SubmittedFigure> frozen, String code) {
        SubmittedFigure figure = frozen.get(code);
        return figure == null ? null : figure.typed();
    }

    private static boolean isTyped(@Nullable IndicatorView indicator) {
        return indicator != null && indicator.isTyped();
    }
}
