package org.xuanpai.cockpit.service;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.cockpit.MayReadCockpit;
import org.xuanpai.cockpit.MonthNotOver;
import org.xuanpai.cockpit.service.CockpitReads.Key;
import org.xuanpai.cockpit.service.CockpitReads.Proposals;
import org.xuanpai.cockpit.service.CockpitReads.Report;
import org.xuanpai.cockpit.service.CockpitReads.WaitingReport;
import org.xuanpai.cockpit.service.ReportStates.Officers;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.LandShape;
import org.xuanpai.division.Shape;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.progress.ClosedReports;
import org.xuanpai.progress.ClosedReports.Closed;
import org.xuanpai.progress.Due;
import org.xuanpai.progress.PaceRule;
import org.xuanpai.progress.ReportDeadlines;
import org.xuanpai.progress.ReportStanding;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotAMonth;
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

    /** From the first step to the last; not begun comes before all. */
    private static final List<ReportStatus> WAY = List.of(
            ReportStatus.DRAFT,
            ReportStatus.RETURNED,
            ReportStatus.SUBMITTED,
            ReportStatus.APPROVED,
            ReportStatus.LOCKED);

    private static final int MONTHS_OFFERED = 3 * Period.PER_YEAR;

    /** A month needs a year of periods before it. */
    private static final int FIRST_YEAR = 2001;

    private final CockpitReads reads;
    private final ReportStates states;
    private final Divisions divisions;
    private final Indicators indicators;
    private final ReportDeadlines deadlines;
    private final PaceRule pace;
    private final ClosedReports closings;

    CockpitQueries(
            CockpitReads reads,
            ReportStates states,
            Divisions divisions,
            Indicators indicators,
            ReportDeadlines deadlines,
            PaceRule pace,
            ClosedReports closings) {
        this.reads = reads;
        this.states = states;
        this.divisions = divisions;
        this.indicators = indicators;
        this.deadlines = deadlines;
        this.pace = pace;
        this.closings = closings;
    }

    /**
     * The cockpit.
     *
     * @param asked the month asked for; empty for the latest that is over
     * @param shape in which shape of the land
     * @throws MonthNotOver when nothing of the month can have been reported
     */
    @MayReadCockpit
    public CockpitPage page(CurrentUser user, Optional<Period> asked, Shape shape) {
        Period month = asked.map(this::checked).orElseGet(states::latest);
        List<Period> strip = ReportStates.yearUpTo(month);
        Map<LocalDate, List<TownshipView>> due = divisions.industrialTownships(
                user.scope(), strip.stream().map(Period::lastDay).toList());
        Map<Key, Report> reports = reads.reports(user.scope(), strip.get(0), month);
        Map<ClosedReports.Key, Closed> closed = closings.of(user.scope(), strip.get(0), month);
        Officers officers = states.officers(user.scope(), month);
        List<IndicatorView> shown = indicators.askedIn(month).stream()
                .filter(IndicatorView::onCockpit)
                .toList();
        List<TownshipView> all =
                divisions.townships(user.scope(), shape == Shape.TODAY ? states.today() : month.lastDay());
        DueTownships townships =
                new DueTownships(strip, due, new LandShape(shape, divisions.lineage(user.scope(), shape), all));
        CockpitFigures figures = new CockpitFigures(
                shown, townships.summed(shown, reads.figures(user.scope(), strip.get(0), month)), pace);
        Map<UUID, String> firstSecretaries = officers.firstSecretaries();
        List<TownshipLine> lines = townships.of(month).stream()
                .map(group -> line(group, month, reports, closed, officers, firstSecretaries, figures, strip))
                .toList();
        return new CockpitPage(
                all.isEmpty() ? user.unitName() : all.get(0).countyName(),
                all.size(),
                month,
                shape,
                months(month),
                shown,
                lines,
                figures.totals(lines, month),
                strip,
                lines.stream().map(line -> heat(line, townships, figures)).toList(),
                chase(user, strip, due, reports, closed, officers),
                user.may(Permission.REVIEW_REPORTS) ? Optional.of(waiting(user)) : Optional.empty(),
                pace);
    }

    private TownshipLine line(
            LandShape.Group group,
            Period month,
            Map<Key, Report> reports,
            Map<ClosedReports.Key, Closed> closed,
            Officers officers,
            Map<UUID, String> firstSecretaries,
            CockpitFigures figures,
            List<Period> strip) {
        TownshipView unit = group.unit();
        List<ReportStanding> parts = group.members().stream()
                .map(member -> states.of(member, month, reports.get(new Key(member.id(), month)), officers)
                        .closedFor(closed.get(new ClosedReports.Key(member.id(), month))))
                .toList();
        String secretaries = group.members().stream()
                .map(member -> firstSecretaries.get(member.id()))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\u3001"));
        return new TownshipLine(
                unit.code(),
                secretaries.isEmpty() ? null : secretaries,
                group.isSum() ? together(unit, parts) : parts.get(0),
                figures.of(unit.id(), month),
                figures.trend(unit.id(), strip),
                group,
                parts);
    }

    /** Several reports under one township's name: as far as the one that is least far, and held by whoever holds that. */
    private static ReportStanding together(TownshipView unit, List<ReportStanding> parts) {
        ReportStanding last = parts.stream()
                .min(Comparator.comparingInt(part -> part.status() == null ? -1 : WAY.indexOf(part.status())))
                .orElseThrow();
        return new ReportStanding(
                unit.id(),
                unit.code(),
                unit.name(),
                last.period(),
                last.status(),
                parts.stream().mapToInt(ReportStanding::submissions).min().orElse(0),
                last.since(),
                last.firstSubmittedAt(),
                last.deadline(),
                last.late(),
                last.due(),
                last.holderName(),
                last.closed());
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

    private static HeatRow heat(TownshipLine line, DueTownships townships, CockpitFigures figures) {
        UUID id = line.group().unit().id();
        List<HeatRow.Cell> cells = townships.strip().stream()
                .map(period -> new HeatRow.Cell(
                        period,
                        townships.isDue(id, period),
                        figures.isReported(id, period),
                        figures.light(id, period),
                        townships.path(id, period)))
                .toList();
        return new HeatRow(line, cells);
    }

    private List<CockpitPage.Chased> chase(
            CurrentUser user,
            List<Period> strip,
            Map<LocalDate, List<TownshipView>> due,
            Map<Key, Report> reports,
            Map<ClosedReports.Key, Closed> closed,
            Officers officers) {
        Map<Key, HomePage.Reminder> reminders =
                reads.reminders(user.scope(), strip.get(0), strip.get(strip.size() - 1));
        LocalDate today = deadlines.workingDayOf(states.now());
        return strip.stream()
                .flatMap(period -> due.getOrDefault(period.lastDay(), List.of()).stream()
                        .map(township ->
                                states.of(township, period, reports.get(new Key(township.id(), period)), officers)))
                .filter(ReportStanding::isToChase)
                .filter(report -> !closed.containsKey(new ClosedReports.Key(report.townshipId(), report.period())))
                .map(report -> chased(report, reminders.get(new Key(report.townshipId(), report.period())), today))
                .toList();
    }

    private static CockpitPage.Chased chased(
            ReportStanding report, HomePage.@Nullable Reminder reminder, LocalDate today) {
        return new CockpitPage.Chased(
                report, reminder, reminder == null || reminder.workingDay().isBefore(today));
    }

    private Waiting waiting(CurrentUser user) {
        List<WaitingReport> waiting = reads.waiting(user, WAITING_SHOWN);
        Map<String, Proposals> proposals = reads.proposals(user);
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
                Arrays.stream(Waiting.Kind.values())
                        .filter(kind -> proposals.containsKey(kind.name()))
                        .map(kind -> second(kind, Objects.requireNonNull(proposals.get(kind.name()))))
                        .toList());
    }

    private static Waiting.Second second(Waiting.Kind kind, Proposals proposals) {
        return new Waiting.Second(kind, proposals.count(), proposals.firstYear(), proposals.since());
    }

    private Due due(WaitingReport report) {
        return Objects.requireNonNull(deadlines.due(
                ReportStatus.SUBMITTED,
                report.since(),
                deadlines.deadline(report.key().period())));
    }
}
