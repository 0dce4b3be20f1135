package org.xuanpai.cockpit.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.cockpit.MayReadCockpit;
import org.xuanpai.cockpit.MonthNotOver;
import org.xuanpai.cockpit.service.CockpitReads.Figure;
import org.xuanpai.cockpit.service.CockpitReads.Key;
import org.xuanpai.cockpit.service.CockpitReads.Report;
import org.xuanpai.cockpit.service.CockpitReads.WaitingReport;
import org.xuanpai.cockpit.service.ReportStates.Officers;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.progress.DerivedFigure;
import org.xuanpai.progress.Due;
import org.xuanpai.progress.Light;
import org.xuanpai.progress.NotAMonth;
import org.xuanpai.progress.PaceRule;
import org.xuanpai.progress.ReportDeadlines;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Permission;

/**
 * The county in one month. Figures are those of the latest copy of each report, submitted, returned and approved alike; the
 * state beside them says which. A fixed number of queries, whatever the number of townships, months and villages.
 */
@Service
@Transactional(readOnly = true)
public class CockpitQueries {

    static final int WAITING_SHOWN = 4;

    private static final int MONTHS_OFFERED = 3 * Period.PER_YEAR;

    /** A month needs a year of periods before it. */
    private static final int FIRST_YEAR = 2001;

    private final CockpitReads reads;
    private final ReportStates states;
    private final Divisions divisions;
    private final Indicators indicators;
    private final ReportDeadlines deadlines;
    private final PaceRule pace;

    CockpitQueries(
            CockpitReads reads,
            ReportStates states,
            Divisions divisions,
            Indicators indicators,
            ReportDeadlines deadlines,
            PaceRule pace) {
        this.reads = reads;
        this.states = states;
        this.divisions = divisions;
        this.indicators = indicators;
        this.deadlines = deadlines;
        this.pace = pace;
    }

    /**
     * The cockpit.
     *
     * @param asked the month asked for; empty for the latest that is over
     * @throws MonthNotOver when nothing of the month can have been reported
     */
    @MayReadCockpit
    public CockpitPage page(CurrentUser user, Optional<Period> asked) {
        Period month = asked.map(this::checked).orElseGet(states::latest);
        List<Period> strip = ReportStates.yearUpTo(month);
        Map<LocalDate, List<TownshipView>> due = divisions.industrialTownships(
                user.scope(), strip.stream().map(Period::lastDay).toList());
        Map<Key, Report> reports = reads.reports(user.scope(), strip.get(0), month);
        Map<Key, Map<String, Figure>> figures = reads.figures(user.scope(), strip.get(0), month);
        Officers officers = states.officers(user.scope(), month);
        List<IndicatorView> shown = indicators.askedIn(month).stream()
                .filter(IndicatorView::onCockpit)
                .toList();
        List<TownshipView> all = divisions.townships(user.scope(), month.lastDay());
        Map<UUID, String> firstSecretaries = officers.firstSecretaries();
        List<TownshipLine> lines = due.getOrDefault(month.lastDay(), List.of()).stream()
                .map(township -> new TownshipLine(
                        township.code(),
                        firstSecretaries.get(township.id()),
                        states.of(township, month, reports.get(new Key(township.id(), month)), officers),
                        cells(shown, month, figures.getOrDefault(new Key(township.id(), month), Map.of())),
                        trend(township, strip, shown, figures)))
                .toList();
        return new CockpitPage(
                all.isEmpty() ? user.unitName() : all.get(0).countyName(),
                all.size(),
                month,
                months(month),
                shown,
                lines,
                totals(shown, month, lines),
                strip,
                lines.stream()
                        .map(line -> heat(line, strip, due, shown, figures))
                        .toList(),
                chase(strip, due, reports, officers),
                user.may(Permission.REVIEW_REPORTS) ? Optional.of(waiting(user)) : Optional.empty(),
                pace);
    }

    private Period checked(Period month) {
        if (month.year() < FIRST_YEAR) {
            throw new NotAMonth();
        }
        if (month.compareTo(states.latest()) > 0) {
            throw new MonthNotOver(month, states.latest());
        }
        return month;
    }

    /** The months to choose from; an older one that was asked for by its address is among them. */
    private List<Period> months(Period shown) {
        List<Period> offered = Stream.iterate(states.latest(), Period::previous)
                .limit(MONTHS_OFFERED)
                .toList();
        return offered.contains(shown)
                ? offered
                : Stream.concat(offered.stream(), Stream.of(shown)).toList();
    }

    private List<FigureCell> cells(List<IndicatorView> shown, Period period, Map<String, Figure> figures) {
        return shown.stream()
                .map(indicator -> {
                    Figure figure = figures.get(indicator.code());
                    return figure == null
                            ? new FigureCell(indicator, null, null, null, null, Light.NONE)
                            : new FigureCell(
                                    indicator,
                                    figure.cumulative(),
                                    figure.yearlyTarget(),
                                    figure.completion(),
                                    figure.growth(),
                                    pace.light(indicator, figure.completion(), period));
                })
                .toList();
    }

    /** Month values of the first indicator; a month without a report breaks the line. */
    private static List<@Nullable BigDecimal> trend(
            TownshipView township,
            List<Period> strip,
            List<IndicatorView> shown,
            Map<Key, Map<String, Figure>> figures) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (Period period : strip) {
            Figure figure = shown.isEmpty()
                    ? null
                    : figures.getOrDefault(new Key(township.id(), period), Map.of())
                            .get(shown.get(0).code());
            values.add(figure == null ? null : figure.monthValue());
        }
        return values;
    }

    /** Sums over the townships that reported a figure and have a target for it, so that both sides are of the same ones. */
    private List<FigureCell> totals(List<IndicatorView> shown, Period month, List<TownshipLine> lines) {
        List<FigureCell> totals = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            int column = i;
            List<FigureCell> known = lines.stream()
                    .map(line -> line.figures().get(column))
                    .filter(cell -> cell.cumulative() != null && cell.yearlyTarget() != null)
                    .toList();
            BigDecimal cumulative =
                    sum(known.stream().map(FigureCell::cumulative).toList());
            BigDecimal target = sum(known.stream().map(FigureCell::yearlyTarget).toList());
            BigDecimal completion = DerivedFigure.percent(cumulative, target);
            totals.add(new FigureCell(
                    shown.get(i), cumulative, target, completion, null, pace.light(shown.get(i), completion, month)));
        }
        return totals;
    }

    private static @Nullable BigDecimal sum(Collection<? extends @Nullable BigDecimal> values) {
        BigDecimal sum = null;
        for (BigDecimal value : values) {
            if (value != null) {
                sum = sum == null ? value : sum.add(value);
            }
        }
        return sum;
    }

    private HeatRow heat(
            TownshipLine line,
            List<Period> strip,
            Map<LocalDate, List<TownshipView>> due,
            List<IndicatorView> shown,
            Map<Key, Map<String, Figure>> figures) {
        UUID id = line.report().townshipId();
        List<HeatRow.Cell> cells = strip.stream()
                .map(period -> {
                    Map<String, Figure> month = figures.getOrDefault(new Key(id, period), Map.of());
                    return new HeatRow.Cell(
                            period,
                            due.getOrDefault(period.lastDay(), List.of()).stream()
                                    .anyMatch(township -> township.id().equals(id)),
                            !month.isEmpty(),
                            OverallLight.of(cells(shown, period, month).stream()
                                    .map(FigureCell::light)
                                    .toList()),
                            "/progress/" + id + "/" + period);
                })
                .toList();
        return new HeatRow(line, cells);
    }

    private List<ReportState> chase(
            List<Period> strip, Map<LocalDate, List<TownshipView>> due, Map<Key, Report> reports, Officers officers) {
        return strip.stream()
                .flatMap(period -> due.getOrDefault(period.lastDay(), List.of()).stream()
                        .map(township ->
                                states.of(township, period, reports.get(new Key(township.id(), period)), officers)))
                .filter(ReportState::isToChase)
                .toList();
    }

    private Waiting waiting(CurrentUser user) {
        List<WaitingReport> waiting = reads.waiting(user, WAITING_SHOWN);
        Map<String, Long> proposals = reads.proposals(user);
        return new Waiting(
                waiting.stream()
                        .map(report -> new Waiting.Report(
                                report.key().township(),
                                report.township(),
                                report.key().period(),
                                report.number(),
                                report.since(),
                                due(report)))
                        .toList(),
                waiting.isEmpty() ? 0 : waiting.get(0).total(),
                proposals.getOrDefault("TARGETS", 0L),
                proposals.getOrDefault("TYPE", 0L));
    }

    private Due due(WaitingReport report) {
        return Objects.requireNonNull(deadlines.due(
                ReportStatus.SUBMITTED,
                report.since(),
                deadlines.deadline(report.key().period())));
    }
}
