package org.xuanpai.progress.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.calendar.WorkingDays;
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
    private final KnownFigures known;
    private final Indicators indicators;
    private final WorkingDays workingDays;
    private final PaceRule pace;

    ReportQueries(
            DueMonths due,
            StoredReports stored,
            KnownFigures known,
            Indicators indicators,
            WorkingDays workingDays,
            PaceRule pace) {
        this.due = due;
        this.stored = stored;
        this.known = known;
        this.indicators = indicators;
        this.workingDays = workingDays;
        this.pace = pace;
    }

    /**
     * The month as this reader may see it: the township its working state, everybody else the latest copy.
     *
     * @throws org.xuanpai.shared.NotFound when the township is not in the reader's scope
     * @throws org.xuanpai.progress.MonthNotDue when the month is not due from it
     */
    @MayReadReports
    public ReportPage page(CurrentUser user, UUID townshipId, Period period) {
        TownshipView township = due.mustBeDue(user.scope(), townshipId, period);
        boolean ownTownship = user.role().level() == Role.Level.TOWNSHIP;
        Stored report = stored.find(user.scope(), townshipId, period, ownTownship);
        boolean working = ownTownship && report.isWithTownship();
        return new ReportPage(
                user,
                township,
                period,
                report.status(),
                report.version(),
                working ? 0 : report.head().submissions(),
                report.head(),
                workingDays.deadlineFor(period),
                sections(user, township, period, report, working),
                report.texts(),
                report.status() == ReportStatus.RETURNED
                        ? stored.returned(report.id(), report.head().submissions())
                        : Optional.empty(),
                stored.history(report.id()));
    }

    private List<ReportPage.Section> sections(
            CurrentUser user, TownshipView township, Period period, Stored report, boolean working) {
        Map<String, TargetView> targets = indicators.targets(user.scope(), township.id(), period.year());
        Function<IndicatorView, FigureTable.Line> lines = lines(user, township, period, report, working, targets);
        Map<IndicatorSection, List<ReportPage.Line>> bySection = indicators.askedIn(period).stream()
                .map(indicator -> line(lines.apply(indicator), indicator, period, targets))
                .collect(Collectors.groupingBy(line -> line.indicator().section()));
        return bySection.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new ReportPage.Section(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Function<IndicatorView, FigureTable.Line> lines(
            CurrentUser user,
            TownshipView township,
            Period period,
            Stored report,
            boolean working,
            Map<String, TargetView> targets) {
        KnownFigures.Known earlier = known.of(user.scope(), township.id(), period);
        if (working) {
            return new FigureTable(period, earlier, targets, stored.typed(report.id()))::line;
        }
        Map<String, SubmittedFigure> frozen =
                stored.frozen(report.id(), report.head().submissions());
        return indicator -> FigureTable.Line.of(frozen.get(indicator.code()), earlier.previousMonth(indicator.code()));
    }

    private ReportPage.Line line(
            FigureTable.Line line, IndicatorView indicator, Period period, Map<String, TargetView> targets) {
        Light light = indicator.isFlow() ? pace.light(line.completion(), period) : Light.NONE;
        return new ReportPage.Line(
                indicator,
                line.typed(),
                line.previousMonth(),
                line.monthValue(),
                line.cumulative(),
                line.lastYear(),
                line.growth(),
                line.yearlyTarget(),
                line.completion(),
                light,
                targets.containsKey(indicator.code()));
    }
}
