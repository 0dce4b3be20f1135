package org.xuanpai.progress.service.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.xuanpai.division.Divisions;
import org.xuanpai.industry.DemoFigures;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.platform.DemoDiary;
import org.xuanpai.platform.DemoPart;
import org.xuanpai.progress.service.CorrectionQueries;
import org.xuanpai.progress.service.CorrectionService;
import org.xuanpai.progress.service.MonthCloseService;
import org.xuanpai.progress.service.StandInService;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/**
 * What the demo county did once reports were approved: it locked the years that are over, corrected one figure, is asked to
 * correct another, and one organizer stood in for the other for a week.
 */
@Component
@ConditionalOnBooleanProperty("xuanpai.demo")
class AftermathDemoData implements DemoPart {

    private static final String FUNDS = "funds_in_place";
    private static final BigDecimal COUNTED_TWICE = new BigDecimal("0.96");

    private static final int CORRECTED_TOWNSHIP = 3;
    private static final int CORRECTED_MONTHS_BACK = 4;
    private static final int DAYS_UNTIL_CORRECTED = 50;

    private static final int ASKED_TOWNSHIP = 4;

    private static final int AWAY_DAYS_AGO = 40;
    private static final int AWAY_DAYS = 4;

    private final MonthCloseService months;
    private final CorrectionService corrections;
    private final CorrectionQueries reviews;
    private final StandInService standIns;
    private final Divisions divisions;
    private final DemoReports reports;
    private final Indicators indicators;
    private final DemoTexts texts = new DemoTexts();

    AftermathDemoData(
            MonthCloseService months,
            CorrectionService corrections,
            CorrectionQueries reviews,
            StandInService standIns,
            Divisions divisions,
            DemoReports reports,
            Indicators indicators) {
        this.months = months;
        this.corrections = corrections;
        this.reviews = reviews;
        this.standIns = standIns;
        this.divisions = divisions;
        this.reports = reports;
        this.indicators = indicators;
    }

    @Override
    public void plan(DemoDiary diary) {
        List<Period> periods = diary.periods();
        periods.forEach(period -> lock(diary, period));
        correct(diary, periods.get(periods.size() - 1 - CORRECTED_MONTHS_BACK));
        askForCorrection(diary, periods.get(periods.size() - 2));
        standIn(diary);
    }

    /** A year is locked when its figures have been audited, in the second quarter of the next one. */
    private void lock(DemoDiary diary, Period period) {
        LocalDateTime day = LocalDate.of(period.year() + 1, Month.APRIL, 20)
                .atTime(15, period.month().getMonthValue());
        write(diary, day, "organizer1", organizer -> months.lock(organizer, period, Set.of()));
    }

    private void correct(DemoDiary diary, Period period) {
        LocalDateTime day = period.lastDay().plusDays(DAYS_UNTIL_CORRECTED).atTime(10, 20);
        write(diary, day, "organizer1", organizer -> propose(diary, organizer, CORRECTED_TOWNSHIP, period));
        write(
                diary,
                day.plusDays(1),
                "organizer2",
                organizer -> corrections.confirm(
                        organizer, reports.waitingCorrection(township(organizer, CORRECTED_TOWNSHIP, period))));
    }

    private void askForCorrection(DemoDiary diary, Period period) {
        write(
                diary,
                diary.present().minusHours(20),
                "organizer1",
                organizer -> propose(diary, organizer, ASKED_TOWNSHIP, period));
    }

    private void propose(DemoDiary diary, CurrentUser organizer, int township, Period period) {
        List<IndicatorView> typed = indicators.askedIn(period).stream()
                .filter(IndicatorView::isTyped)
                .toList();
        List<Period> periods = diary.periods();
        BigDecimal reported = Objects.requireNonNull(
                new DemoFigures(periods.get(periods.size() - 1).year())
                        .values(township, period, typed)
                        .get(FUNDS));
        BigDecimal value = reported.multiply(COUNTED_TWICE).setScale(reported.scale(), RoundingMode.HALF_UP);
        UUID unit = township(organizer, township, period);
        corrections.propose(
                organizer,
                unit,
                period,
                FUNDS,
                value,
                texts.of("correction", township, 0),
                reviews.about(organizer, unit, period, FUNDS, value).seen());
    }

    /** The township of a number, in the order of codes. */
    private UUID township(CurrentUser organizer, int number, Period period) {
        return divisions
                .industrialTownships(organizer.scope(), period.lastDay())
                .get(number - 1)
                .id();
    }

    private void standIn(DemoDiary diary) {
        LocalDateTime day = diary.present().minusDays(AWAY_DAYS_AGO);
        write(diary, day, "organizer2", organizer -> {
            LocalDate first = day.toLocalDate().plusDays(1);
            standIns.name(
                    organizer, standIns.view(organizer).colleagues().get(0).value(), first, first.plusDays(AWAY_DAYS));
        });
    }

    private static void write(DemoDiary diary, LocalDateTime at, String who, Consumer<CurrentUser> act) {
        if (at.isBefore(diary.present())) {
            diary.write(at, who, act);
        }
    }
}
