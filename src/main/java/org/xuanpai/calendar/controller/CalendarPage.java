package org.xuanpai.calendar.controller;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xuanpai.calendar.StatutoryDay;
import org.xuanpai.calendar.WorkingDayCount;
import org.xuanpai.calendar.service.EditionView;
import org.xuanpai.calendar.service.YearView;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Permission;

/**
 * A year as its page shows it.
 *
 * @param years years to switch to: loaded ones, proposed ones, this one and the next
 * @param waiting years with a proposal
 * @param edition the edition in effect, null when the year is not loaded
 * @param months twelve sheets; empty when the year is not loaded
 * @param workingDays working days of the year, null when it is not loaded
 * @param proposal what waits for a second person, null when nothing does
 * @param mayEdit whether the user may propose, confirm and withdraw
 */
record CalendarPage(
        int year,
        List<Integer> years,
        List<Integer> waiting,
        @Nullable EditionView edition,
        List<MonthSheet> months,
        @Nullable WorkingDayCount workingDays,
        @Nullable ProposalPage proposal,
        boolean mayEdit) {

    static CalendarPage of(YearView view, CurrentUser user, LocalDate today) {
        int year = view.year();
        boolean loaded = view.edition().isPresent();
        return new CalendarPage(
                year,
                years(view, today),
                view.waiting(),
                view.edition().orElse(null),
                loaded ? months(view, today) : List.of(),
                loaded ? view.calendar().between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)) : null,
                proposal(view).orElse(null),
                user.may(Permission.EDIT_CALENDAR));
    }

    /** The named days gathered: days in a row with the same name and arrangement are one. */
    public List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (StatutoryDay day : edition == null ? List.<StatutoryDay>of() : edition.days()) {
            Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null && last.goesOnWith(day)) {
                spans.set(spans.size() - 1, new Span(last.name(), last.off(), last.first(), day.date()));
            } else {
                spans.add(new Span(day.name(), day.off(), day.date(), day.date()));
            }
        }
        return spans;
    }

    /** The days of the week in their order. */
    public List<DayOfWeek> weekdays() {
        return List.of(DayOfWeek.values());
    }

    /** Whether a paper is named by its address and not by its number. */
    public boolean isAddress(String paper) {
        return paper.startsWith("https://") || paper.startsWith("http://");
    }

    /** Years other than this one with a proposal. */
    public List<Integer> waitingElsewhere() {
        return waiting.stream().filter(other -> other != year).toList();
    }

    /** Days in a row that are taken off, or made up for. */
    record Span(String name, boolean off, LocalDate first, LocalDate last) {

        boolean goesOnWith(StatutoryDay day) {
            return day.off() == off && day.name().equals(name) && day.date().equals(last.plusDays(1));
        }

        public long days() {
            return ChronoUnit.DAYS.between(first, last) + 1;
        }

        public boolean single() {
            return first.equals(last);
        }
    }

    private static List<Integer> years(YearView view, LocalDate today) {
        TreeSet<Integer> years = new TreeSet<>(view.calendar().loadedYears());
        years.addAll(view.waiting());
        Stream.of(view.year(), today.getYear(), today.getYear() + 1).forEach(years::add);
        return List.copyOf(years);
    }

    private static List<MonthSheet> months(YearView view, LocalDate today) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> MonthSheet.of(YearMonth.of(view.year(), month), view.calendar(), today))
                .toList();
    }

    private static Optional<ProposalPage> proposal(YearView view) {
        return view.proposal().map(proposal -> ProposalPage.of(proposal, view.edition()));
    }
}
