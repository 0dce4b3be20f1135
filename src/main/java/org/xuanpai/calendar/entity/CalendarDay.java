package org.xuanpai.calendar.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.xuanpai.calendar.StatutoryDay;

/** A named day of an edition as the database keeps it. */
@Embeddable
public record CalendarDay(
        @Column(name = "day") LocalDate day,
        @Column(name = "day_off") boolean dayOff,
        @Column(name = "name") String name) {

    static CalendarDay of(StatutoryDay day) {
        return new CalendarDay(day.date(), day.off(), day.name());
    }
}
