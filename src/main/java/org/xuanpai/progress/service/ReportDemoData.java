package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.xuanpai.calendar.CalendarYears;
import org.xuanpai.calendar.WorkingDays;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.platform.DemoDiary;
import org.xuanpai.platform.DemoPart;
import org.xuanpai.shared.Period;

/** The demo county's monthly reports, each step at its time by whoever takes it. */
@Component
@ConditionalOnBooleanProperty("xuanpai.demo")
class ReportDemoData implements DemoPart {

    private static final int TOWNSHIPS = 8;
    private static final String WRONG = "industrial_investment";
    private static final BigDecimal MISTAKE = new BigDecimal("1.05");

    private final DemoReports reports;
    private final Indicators indicators;
    private final WorkingDays workingDays;
    private final DemoTexts texts = new DemoTexts();
    private final Map<Integer, UUID> townships = new HashMap<>();

    ReportDemoData(DemoReports reports, Indicators indicators, WorkingDays workingDays) {
        this.reports = reports;
        this.indicators = indicators;
        this.workingDays = workingDays;
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
                new Month(diary, calendar, township, month, period, course, content).plan();
            }
        }
    }

    private ReportContent content(
            DemoFigures figures, int township, int month, Period period, List<IndicatorView> asked, DemoCourse course) {
        boolean absent = course == DemoCourse.ABSENT;
        int days = absent ? 0 : 5 + (township * 3 + month * 5) % 7;
        return new ReportContent(
                figures.typed(township, period, asked),
                days,
                absent ? "" : texts.of("achievement", township, month),
                texts.behind(figures.behind(township, period, asked), township, month),
                texts.of("party", township, month),
                absent ? texts.of("absence", township, month) : "");
    }

    /** The steps of one report. */
    private final class Month {

        private final DemoDiary diary;
        private final CalendarYears calendar;
        private final int township;
        private final int month;
        private final Period period;
        private final DemoCourse course;
        private final ReportContent right;
        private LocalDateTime now;

        Month(
                DemoDiary diary,
                CalendarYears calendar,
                int township,
                int month,
                Period period,
                DemoCourse course,
                ReportContent right) {
            this.diary = diary;
            this.calendar = calendar;
            this.township = township;
            this.month = month;
            this.period = period;
            this.course = course;
            this.right = right;
            this.now = period.lastDay()
                    .plusDays(1)
                    .plusDays(2 + (township * 3 + month) % 3)
                    .atTime(9, 10 + township * 5);
        }

        void plan() {
            if (course == DemoCourse.NOTHING) {
                return;
            }
            enter();
            if (!course.isSubmitted()) {
                return;
            }
            submit(first());
            if (course.isSentBack()) {
                sendBack();
            }
            if (course.isCorrected()) {
                correct();
            }
            if (course.isApproved()) {
                approve();
            }
        }

        private void enter() {
            ReportContent typed = course.isSubmitted() ? first() : half(first());
            diary.write(workingDay(0, 10), "clerk" + township, clerk -> {
                townships.put(township, DemoReports.township(clerk));
                reports.save(clerk, period, typed);
            });
        }

        private void submit(ReportContent content) {
            if (course != DemoCourse.ABSENT) {
                diary.write(
                        workingDay(0, 15),
                        "secretary" + township,
                        secretary -> reports.confirm(secretary, period, content));
            }
            LocalDateTime at = course == DemoCourse.LATE ? afterDeadline() : workingDay(1, 9);
            diary.write(at, "party" + township, secretary -> reports.submit(secretary, period, content));
        }

        private void sendBack() {
            Map<String, String> notes = Map.of(WRONG, texts.of("note", township, month));
            String reason = texts.of("reason", township, month);
            diary.write(
                    workingDay(1, 11), organizer(), user -> reports.sendBack(user, township(), period, reason, notes));
        }

        private void correct() {
            diary.write(workingDay(1, 10), "clerk" + township, clerk -> reports.save(clerk, period, right));
            diary.write(workingDay(0, 16), "party" + township, secretary -> reports.submit(secretary, period, right));
        }

        private void approve() {
            int copy = course.isCorrected() ? 2 : 1;
            diary.write(workingDay(1, 14), organizer(), user -> reports.approve(user, township(), period, copy));
        }

        /** What is handed in first: right, or with the mistake that will be sent back. */
        private ReportContent first() {
            if (!course.isSentBack()) {
                return right;
            }
            Map<String, BigDecimal> figures = new TreeMap<>(right.figures());
            BigDecimal value = Objects.requireNonNull(figures.get(WRONG));
            figures.put(WRONG, value.multiply(MISTAKE).setScale(value.scale(), java.math.RoundingMode.HALF_UP));
            return with(figures, right.achievements());
        }

        private ReportContent half(ReportContent whole) {
            Map<String, BigDecimal> figures = new TreeMap<>(whole.figures());
            List<String> codes = List.copyOf(figures.keySet());
            codes.subList(codes.size() / 2, codes.size()).forEach(figures::remove);
            return with(figures, "");
        }

        private ReportContent with(Map<String, BigDecimal> figures, String achievements) {
            return new ReportContent(
                    figures, right.daysOnSite(), achievements, right.behindNote(), right.partyPart(), right.absence());
        }

        private UUID township() {
            return Objects.requireNonNull(townships.get(township));
        }

        private String organizer() {
            return "organizer" + (township % 2 + 1);
        }

        /** The next step's time: some days later on a working day, never in the future. */
        private LocalDateTime workingDay(int daysLater, int hour) {
            LocalDate day =
                    calendar.onOrAfter(now.toLocalDate().plusDays(daysLater)).date();
            return step(day.atTime(hour, now.getMinute()));
        }

        private LocalDateTime afterDeadline() {
            LocalDate due = period.lastDay().plusDays(12);
            return step(calendar.onOrAfter(due).date().atTime(9, now.getMinute()));
        }

        private LocalDateTime step(LocalDateTime wanted) {
            now = wanted;
            LocalDateTime present = diary.present();
            return wanted.isBefore(present) ? wanted : present;
        }
    }
}
