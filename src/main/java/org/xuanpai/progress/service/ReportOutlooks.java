package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.industry.IndicatorKind;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.industry.IssueOutlook;
import org.xuanpai.industry.IssueOutlooks;
import org.xuanpai.industry.IssuedFigure;
import org.xuanpai.industry.IssuedFigures;
import org.xuanpai.industry.TypedValue;
import org.xuanpai.progress.check.CheckRules;
import org.xuanpai.progress.check.CheckSheet;
import org.xuanpai.progress.check.Checks;
import org.xuanpai.progress.check.EarlierMonths;
import org.xuanpai.progress.check.Figure;
import org.xuanpai.progress.check.Finding;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/**
 * Looks at figures before the county issues them as at those that a township types: by the rules of the month and the months
 * before, and says which approved reports read otherwise afterwards. Also a bureau, which sees no reports, looks back at the months
 * as the townships' reports count them.
 */
@Component
class ReportOutlooks implements IssueOutlooks {

    private final Indicators indicators;
    private final IssuedFigures issued;
    private final Checks checks;
    private final JdbcClient jdbc;

    ReportOutlooks(Indicators indicators, IssuedFigures issued, Checks checks, JdbcClient jdbc) {
        this.indicators = indicators;
        this.issued = issued;
        this.checks = checks;
        this.jdbc = jdbc;
    }

    @Override
    public IssueOutlook of(Scope scope, UUID county, Period period, Map<UUID, Map<String, BigDecimal>> changes) {
        Map<String, IndicatorView> asked = indicators.askedIn(county, period).stream()
                .filter(IndicatorView::isIssued)
                .collect(Collectors.toMap(
                        IndicatorView::code, Function.identity(), (one, other) -> one, java.util.LinkedHashMap::new));
        Map<UUID, CheckSheet> sheets = checks.sheets(scope, county, changes.keySet(), period);
        CheckRules afterwards = checks.rules(county, period.next());
        Map<UUID, List<IssuedFigure>> counting = issued.of(scope, changes.keySet(), period, period.next());
        List<IssueOutlook.Doubt> doubts = new ArrayList<>();
        new TreeMap<>(changes).forEach((township, changed) -> {
            CheckSheet sheet = sheets.get(township);
            if (sheet != null) {
                List<IssuedFigure> others = counting.getOrDefault(township, List.of());
                Map<String, Figure> figures = figures(asked, period, sheet.earlier(), changed, others);
                sheet.findings(List.copyOf(asked.values()), figures, Set.of()).stream()
                        .flatMap(finding -> doubt(township, period, finding, changed.keySet()).stream())
                        .forEach(doubts::add);
                next(asked, period, afterwards, figures, changed.keySet(), others).stream()
                        .flatMap(finding -> doubt(township, period.next(), finding, changed.keySet()).stream())
                        .forEach(doubts::add);
            }
        });
        return new IssueOutlook(doubts, approved(county, period, asked, changes));
    }

    /** The figures of the month as they would count: the changed ones over those that count already. */
    private static Map<String, Figure> figures(
            Map<String, IndicatorView> asked,
            Period period,
            EarlierMonths earlier,
            Map<String, BigDecimal> changed,
            List<IssuedFigure> counting) {
        Map<String, BigDecimal> values = new HashMap<>();
        counting.stream()
                .filter(figure -> figure.period().equals(period))
                .forEach(figure -> values.put(figure.indicatorCode(), figure.value()));
        values.putAll(changed);
        Map<String, Figure> figures = new HashMap<>();
        asked.forEach((code, indicator) -> {
            BigDecimal value = values.get(code);
            if (value != null) {
                figures.put(code, CheckedFigure.of(indicator, period, value, earlier, values::get));
            }
        });
        return figures;
    }

    /** What the month after, where it is issued already as a cumulative value, looks like beside the changed figures. */
    private static List<Finding> next(
            Map<String, IndicatorView> asked,
            Period period,
            CheckRules rules,
            Map<String, Figure> figures,
            Set<String> changed,
            List<IssuedFigure> counting) {
        Period next = period.next();
        EarlierMonths before = new EarlierMonths();
        Map<String, Figure> after = new HashMap<>();
        if (!next.coversJanuary()) {
            counting.stream()
                    .filter(figure -> figure.period().equals(next) && changed.contains(figure.indicatorCode()))
                    .filter(ReportOutlooks::isCumulative)
                    .forEach(figure -> {
                        Figure now = figures.get(figure.indicatorCode());
                        if (now != null) {
                            before.with(figure.indicatorCode(), period, now.monthValue(), now.cumulative());
                            after.put(
                                    figure.indicatorCode(),
                                    new Figure(figure.value(), null, figure.cumulative(), null));
                        }
                    });
        }
        return new CheckSheet(next, rules, before).findings(List.copyOf(asked.values()), after, Set.of());
    }

    private static boolean isCumulative(IssuedFigure figure) {
        return figure.cumulative() != null && figure.cumulative().compareTo(figure.value()) == 0;
    }

    /** At the figure itself, or at the changed one it is held against; nothing when neither of the two changes. */
    private static List<IssueOutlook.Doubt> doubt(
            UUID township, Period period, Finding finding, Collection<String> changed) {
        List<String> at = new ArrayList<>(List.of(finding.field()));
        at.addAll(finding.others());
        return at.stream()
                .filter(changed::contains)
                .limit(1)
                .map(code -> new IssueOutlook.Doubt(
                        township, code, period, finding.severity(), finding.key(), finding.parts()))
                .toList();
    }

    private List<IssueOutlook.Approved> approved(
            UUID county, Period period, Map<String, IndicatorView> asked, Map<UUID, Map<String, BigDecimal>> changes) {
        return jdbc
                .sql("select township_id, period from approved_reports(:county, :from, :to)")
                .param("county", county)
                .param("from", period.key())
                .param("to", LocalDate.of(period.year() + 1, 12, 1))
                .query((row, n) -> new IssueOutlook.Approved(
                        row.getObject("township_id", UUID.class),
                        Period.containing(row.getObject("period", LocalDate.class))))
                .list()
                .stream()
                .filter(report -> changes.getOrDefault(report.township(), Map.of()).keySet().stream()
                        .map(asked::get)
                        .anyMatch(indicator -> indicator != null && reaches(indicator, period, report.period())))
                .sorted(Comparator.comparing(IssueOutlook.Approved::period))
                .toList();
    }

    /** Whether a report of a month shows something else when a figure of an earlier or the same month changes. */
    private static boolean reaches(IndicatorView indicator, Period changed, Period shown) {
        boolean nextYear = shown.year() > changed.year();
        if (nextYear && indicator.kind() == IndicatorKind.RATE) {
            return false;
        }
        Period inYear = nextYear ? shown.sameLastYear() : shown;
        boolean addedUp = indicator.isFlow() && indicator.typed() == TypedValue.MONTH;
        return inYear.equals(changed)
                || addedUp && inYear.compareTo(changed) > 0
                || !nextYear && indicator.isFlow() && inYear.equals(changed.next());
    }
}
