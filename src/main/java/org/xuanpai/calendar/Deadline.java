package org.xuanpai.calendar;

import java.time.Instant;

/**
 * When something is due.
 *
 * @param at the last instant in time
 * @param provisional whether the calendar of that year is not loaded yet, so that the day may still move
 */
public record Deadline(Instant at, boolean provisional) {

    /** Whether something done at this instant is late. */
    public boolean isMissedAt(Instant instant) {
        return instant.isAfter(at);
    }
}
