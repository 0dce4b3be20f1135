package org.xuanpai.posting.people.service;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something with a first day and, at times, a first day on which it is no more. */
public interface Lasting {

    /** First day. */
    LocalDate from();

    /** First day on which it is no more; {@code null} while no end is known. */
    @Nullable
    LocalDate to();

    /** Whether it is over on the day. */
    default boolean isOver(LocalDate day) {
        LocalDate end = to();
        return end != null && !end.isAfter(day);
    }

    /** Whether it has not begun on the day. */
    default boolean isToCome(LocalDate day) {
        return from().isAfter(day);
    }
}
