package org.xuanpai.calendar.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.calendar.StatutoryDay;

/**
 * An edition as a page shows it.
 *
 * @param inEffect whether deadlines are counted with it; otherwise it is proposed
 * @param papers addresses or numbers of the announcements
 * @param days the named days in order
 * @param proposedByName who proposed it; null for a shipped one
 * @param mine whether the reader proposed it, and so cannot confirm it
 */
public record EditionView(
        UUID id,
        long version,
        int year,
        boolean inEffect,
        List<String> papers,
        boolean shipped,
        @Nullable String proposedByName,
        @Nullable Instant proposedAt,
        @Nullable String confirmedByName,
        @Nullable Instant confirmedAt,
        boolean mine,
        List<StatutoryDay> days) {

    /** Days taken off. */
    public long daysOff() {
        return days.stream().filter(StatutoryDay::off).count();
    }

    /** Days that make up for them. */
    public long makeUpDays() {
        return days.size() - daysOff();
    }

    /** The day of this edition with the same date, if it names it. */
    public Optional<StatutoryDay> dayLike(StatutoryDay day) {
        return days.stream().filter(own -> own.date().equals(day.date())).findFirst();
    }
}
