package org.xuanpai.calendar.service;

import java.util.List;
import java.util.Optional;
import org.xuanpai.calendar.CalendarYears;

/**
 * A year of the calendar.
 *
 * @param calendar all loaded years
 * @param edition the edition in effect; empty when the year is not loaded
 * @param proposal what waits for a second person; shown to organizers only
 * @param waiting all years with a proposal; shown to organizers only
 */
public record YearView(
        int year,
        CalendarYears calendar,
        Optional<EditionView> edition,
        Optional<EditionView> proposal,
        List<Integer> waiting) {}
