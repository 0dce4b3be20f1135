package org.xuanpai.progress.service.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.xuanpai.calendar.CalendarYears;
import org.xuanpai.calendar.WorkingDays;
import org.xuanpai.industry.DemoFigure;
import org.xuanpai.industry.DemoFigures;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.platform.DemoDiary;
import org.xuanpai.platform.DemoPart;
import org.xuanpai.progress.DerivedFigure;
import org.xuanpai.progress.Light;
import org.xuanpai.progress.PaceRule;
import org.xuanpai.progress.service.ReportContent;
import org.xuanpai.shared.Period;

/** The demo county's monthly reports, each step at its time by whoever takes it. */
@Component
@ConditionalOnBooleanProperty("xuanpai.demo")
class ReportDemoData implements DemoPart {

    private static final int TOWNSHIPS = 8;
    private static final String FUNDS = "funds_in_place";
    private static final BigDecimal LEFT = new BigDecimal("0.38");

    private final DemoReports reports;
    private final Indicators indicators;
    private final WorkingDays workingDays;
    private final PaceRule pace;
    private final DemoTexts texts = new DemoTexts();
    private final Map<Integer, UUID> townships = new HashMap<>();

    ReportDemoData(DemoReports reports, Indicators indicators, WorkingDays workingDays, PaceRule pace) {
        this.reports = reports;
        this.indicators = indicators;
        this.workingDays = workingDays;
        this.pace = pace;
    }

    @Override
    public void plan(DemoDiary diary) {
        List<Period> periods = diary.periods();
        Period latest = periods.get(periods.size() - 1);
        DemoFigures figures = new DemoFigures(latest.year());
        CalendarYears calendar = workingDays.calendar();
        for (int month = 0; month < periods.size(); month++) {
            Period period = periods.get(month);
            List<IndicatorView> asked = indicators.askedIn(period);
            for (int township = 1; township <= TOWNSHIPS; township++) {
                DemoCourse course = DemoCourse.of(township, month, period.equals(latest));
                ReportContent content = content(figures, township, month, period, asked, course);
                DemoTimetable times = new DemoTimetable(calendar, diary, period, township * 3 + month, township * 5);
                new DemoMonth(diary, times, reports, texts, townships, township, month, period, course, content).plan();
            }
        }
    }

    /** The flows that lag behind the month of the year, which the report's note is about. */
    private List<IndicatorView> behind(DemoFigures figures, int township, Period period, List<IndicatorView> asked) {
        return asked.stream()
                .filter(indicator ->
                        indicator.isFlow() && isBehind(figures.reached(township, period, indicator), indicator, period))
                .toList();
    }

    private boolean isBehind(DemoFigure.Year year, IndicatorView indicator, Period period) {
        return pace.light(indicator, DerivedFigure.percent(year.reached(), year.target()), period) == Light.BEHIND;
    }

    private ReportContent content(
            DemoFigures figures, int township, int month, Period period, List<IndicatorView> asked, DemoCourse course) {
        boolean absent = course == DemoCourse.ABSENT;
        int days = absent ? 0 : 5 + (township * 3 + month * 5) % 7;
        Map<String, BigDecimal> typed = figures.values(
                township, period, asked.stream().filter(IndicatorView::isTyped).toList());
        if (course.isShortOfFunds()) {
            typed.computeIfPresent(
                    FUNDS, (code, funds) -> funds.multiply(LEFT).setScale(funds.scale(), RoundingMode.HALF_UP));
        }
        return new ReportContent(
                typed,
                days,
                absent ? "" : texts.of("achievement", township, month),
                texts.behind(behind(figures, township, period, asked), township, month),
                texts.of("party", township, month),
                absent ? texts.of("absence", township, month) : "");
    }
}
