package org.xuanpai.progress.service.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.xuanpai.platform.DemoDiary;
import org.xuanpai.progress.check.Finding;
import org.xuanpai.progress.service.ReportContent;
import org.xuanpai.shared.Period;

/**
 * The steps of one report of the demo county, as its course has them.
 *
 * @param townships ids by number, known once a clerk has acted
 * @param right the content without a mistake
 */
record DemoMonth(
        DemoDiary diary,
        DemoTimetable times,
        DemoReports reports,
        DemoTexts texts,
        Map<Integer, UUID> townships,
        int township,
        int month,
        Period period,
        DemoCourse course,
        ReportContent right) {

    private static final String WRONG = "industrial_investment";
    private static final BigDecimal MISTAKE = new BigDecimal("1.05");

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
        boolean recent = course == DemoCourse.WAITING_SINCE_YESTERDAY || course == DemoCourse.BEGUN;
        LocalDateTime at = recent ? times.recently(2, 10) : times.next(0, 10);
        diary.write(at, "clerk" + township, clerk -> {
            townships.put(township, DemoReports.township(clerk));
            reports.save(clerk, period, typed);
        });
    }

    private void submit(ReportContent content) {
        if (course != DemoCourse.ABSENT) {
            diary.write(
                    times.next(0, 15),
                    "secretary" + township,
                    secretary -> reports.confirm(secretary, period, content));
        }
        LocalDateTime at = course == DemoCourse.LATE ? times.late(9) : times.next(1, 9);
        diary.write(at, "party" + township, secretary -> reports.submit(secretary, period, content, this::why));
    }

    private String why(Finding finding) {
        return texts.why(finding, township, month);
    }

    private void sendBack() {
        Map<String, String> notes = Map.of(WRONG, texts.of("note", township, month));
        String reason = texts.of("reason", township, month);
        LocalDateTime at = course == DemoCourse.SENT_BACK ? times.recently(4, 11) : times.next(1, 11);
        diary.write(at, organizer(), user -> reports.sendBack(user, townshipId(), period, reason, notes));
    }

    private void correct() {
        LocalDateTime at = course == DemoCourse.WAITING_AGAIN ? times.recently(2, 10) : times.next(1, 10);
        diary.write(at, "clerk" + township, clerk -> reports.save(clerk, period, right));
        diary.write(
                times.next(0, 16),
                "party" + township,
                secretary -> reports.submit(secretary, period, right, this::why));
    }

    private void approve() {
        int copy = course.isCorrected() ? 2 : 1;
        diary.write(times.next(1, 14), organizer(), user -> reports.approve(user, townshipId(), period, copy));
    }

    /** What is handed in first: right, or with the mistake that will be sent back. */
    private ReportContent first() {
        if (!course.isSentBack()) {
            return right;
        }
        Map<String, BigDecimal> figures = new TreeMap<>(right.figures());
        BigDecimal value = Objects.requireNonNull(figures.get(WRONG));
        figures.put(WRONG, value.multiply(MISTAKE).setScale(value.scale(), RoundingMode.HALF_UP));
        return with(figures, right.achievements());
    }

    /** What a clerk has typed half-way. */
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

    private UUID townshipId() {
        return Objects.requireNonNull(townships.get(township));
    }

    private String organizer() {
        return "organizer" + (township % 2 + 1);
    }
}
