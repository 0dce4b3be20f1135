package org.xuanpai.cockpit.service;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.Shape;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.PaceRule;
import org.xuanpai.progress.ReportStanding;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.Period;

/**
 * The county in one month.
 *
 * @param county its name
 * @param townships how many townships it has
 * @param month the month shown
 * @param shape in which shape of the land
 * @param months the months to choose from, newest first
 * @param indicators the indicators of the cockpit
 * @param lines the due townships in the order of their codes
 * @param totals sums over the townships that reported, one per indicator
 * @param strip the periods of the heat strip, from old to new
 * @param heat a row per due township
 * @param chase reports to ask for, the oldest month first
 * @param waiting what waits for the reader; empty for whoever only reads
 * @param pace the thresholds of the lights
 */
public record CockpitPage(
        String county,
        int townships,
        Period month,
        Shape shape,
        List<Period> months,
        List<IndicatorView> indicators,
        List<TownshipLine> lines,
        List<FigureCell> totals,
        List<Period> strip,
        List<HeatRow> heat,
        List<Chased> chase,
        Optional<Waiting> waiting,
        PaceRule pace) {

    /** Whether the land is drawn as it is today. */
    public boolean isToday() {
        return shape == Shape.TODAY;
    }

    /** The month before; {@code null} when none is offered. */
    public @Nullable Period previous() {
        return month.compareTo(months.get(months.size() - 1)) <= 0 ? null : month.previous();
    }

    /** The month after; {@code null} when it is not over. */
    public @Nullable Period next() {
        return month.compareTo(months.get(0)) >= 0 ? null : month.next();
    }

    /** When the county last issued an indicator of the month; {@code null} for what townships type. */
    public @Nullable Instant issuedAt(IndicatorView indicator) {
        return lines.stream()
                .flatMap(line -> line.figures().stream())
                .filter(cell -> cell.indicator().code().equals(indicator.code()))
                .map(FigureCell::issuedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** How many townships have handed in at least once. */
    public long reported() {
        return lines.stream().filter(line -> line.report().isReported()).count();
    }

    public long approved() {
        return lines.stream()
                .map(line -> line.report().status())
                .filter(status -> status == ReportStatus.APPROVED || status == ReportStatus.LOCKED)
                .count();
    }

    public long submitted() {
        return in(ReportStatus.SUBMITTED);
    }

    public long returned() {
        return in(ReportStatus.RETURNED);
    }

    /**
     * A report to ask for.
     *
     * @param reminder the county's latest reminder; {@code null} for none
     * @param remindable whether it can be reminded now: once a working day
     */
    public record Chased(ReportStanding report, HomePage.@Nullable Reminder reminder, boolean remindable) {}

    private long in(ReportStatus status) {
        return lines.stream().filter(line -> line.report().status() == status).count();
    }
}
