package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.calendar.Deadline;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorSection;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.industry.TargetView;
import org.xuanpai.progress.Light;
import org.xuanpai.progress.MayReadReports;
import org.xuanpai.progress.PaceRule;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.entity.SubmittedFigure;
import org.xuanpai.progress.service.StoredReports.Stored;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/** The page of one month. A fixed number of queries, whatever the township. */
@Service
@Transactional(readOnly = true)
public class ReportQueries {

    private final DueMonths due;
    private final StoredReports stored;
    private final FieldEdits edits;
    private final KnownFigures known;
    private final Indicators indicators;
    private final ReportTimes times;
    private final PaceRule pace;
    private final ReportChecks checks;

    ReportQueries(
            DueMonths due,
            StoredReports stored,
            FieldEdits edits,
            KnownFigures known,
            Indicators indicators,
            ReportTimes times,
            PaceRule pace,
            ReportChecks checks) {
        this.due = due;
        this.stored = stored;
        this.edits = edits;
        this.known = known;
        this.indicators = indicators;
        this.times = times;
        this.pace = pace;
        this.checks = checks;
    }

    /**
     * The month as this reader may see it: the township its working state, everybody else the latest copy.
     *
     * @throws org.xuanpai.shared.NotFound when the township is not in the reader's scope
     * @throws org.xuanpai.progress.MonthNotDue when the month is neither due from it nor reported by it
     */
    @MayReadReports
    public ReportPage page(CurrentUser user, UUID townshipId, Period period) {
        TownshipView township = due.mustBeDueOrReported(user.scope(), townshipId, period);
        boolean ownTownship = user.role().level() == Role.Level.TOWNSHIP;
        Stored report = stored.find(user.scope(), townshipId, period, ownTownship);
        boolean working = ownTownship && report.isWithTownship();
        List<IndicatorView> asked = indicators.askedIn(township.countyId(), period);
        Map<String, TargetView> targets = indicators.targets(user.scope(), townshipId, period.year());
        KnownFigures.Known earlier = known.of(user.scope(), townshipId, period);
        StoredReports.Copied copy = stored.copied(report.id(), report.head().submissions());
        Map<String, SubmittedFigure> frozen = copy.followed();
        Map<String, BigDecimal> typed = working ? stored.typed(report.id()) : StoredReports.typedOf(frozen);
        FigureTable table = new FigureTable(period, earlier, targets, typed);
        Function<IndicatorView, FigureTable.Line> values = working ? table::line : one -> table.line(one, copy);
        Optional<AskedAgain> returned =
                returned(report).map(back -> back.comparing(StoredReports.typedOf(frozen), typed, report.texts()));
        Set<String> unchanged = working ? returned.map(AskedAgain::unchanged).orElse(Set.of()) : Set.of();
        Deadline deadline = times.deadline(period);
        return new ReportPage(
                user,
                township,
                period,
                report.status(),
                report.version(),
                working ? 0 : report.head().submissions(),
                report.head(),
                deadline,
                times.isLate(deadline, report.head().firstSubmittedAt()),
                times.due(report.status(), report.head().statusSince(), deadline),
                checks.shown(
                        user.scope(),
                        township,
                        period,
                        report,
                        working,
                        new FiguresOfMonth(asked, targets.keySet(), values),
                        unchanged),
                sections(asked, values, period, targets),
                report.texts(),
                ownTownship ? stored.earlierTexts(user.scope(), townshipId, period.previous()) : EarlierTexts.NONE,
                returned.map(back -> back.opening(checks.openAfterReturn(
                        user.scope(),
                        township,
                        period,
                        back,
                        report.id(),
                        report.head().submissions()))),
                stored.history(report.id()),
                working ? edits.of(report.id()) : List.of());
    }

    private Optional<AskedAgain> returned(Stored report) {
        return report.status() == ReportStatus.RETURNED
                ? stored.returned(report.id(), report.head().submissions())
                : Optional.empty();
    }

    private List<ReportPage.Section> sections(
            List<IndicatorView> asked,
            Function<IndicatorView, FigureTable.Line> values,
            Period period,
            Map<String, TargetView> targets) {
        Map<IndicatorSection, List<ReportPage.Line>> bySection = asked.stream()
                .map(indicator -> line(values.apply(indicator), indicator, period, targets))
                .collect(Collectors.groupingBy(line -> line.indicator().section()));
        return bySection.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new ReportPage.Section(entry.getKey(), entry.getValue()))
                .toList();
    }

    private ReportPage.Line line(
            FigureTable.Line line, IndicatorView indicator, Period period, Map<String, TargetView> targets) {
        Light light = pace.light(indicator, line.completion(), period);
        return ReportPage.Line.of(indicator, line, light, targets.containsKey(indicator.code()));
    }
}
