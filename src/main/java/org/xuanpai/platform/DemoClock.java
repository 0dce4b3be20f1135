package org.xuanpai.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The clock of demo mode: the system's, except inside {@link #at}, where the demo county's past is made. It can be moved in
 * the thread that makes the past and nowhere else.
 */
public final class DemoClock extends Clock {

    private final Clock system;
    private final ThreadLocal<@Nullable Instant> moved;

    DemoClock(Clock system) {
        this(system, new ThreadLocal<>());
    }

    private DemoClock(Clock system, ThreadLocal<@Nullable Instant> moved) {
        this.system = system;
        this.moved = moved;
    }

    /** Does the work as if it were that instant. */
    public void at(Instant instant, Runnable work) {
        Instant before = moved.get();
        moved.set(instant);
        try {
            work.run();
        } finally {
            if (before == null) {
                moved.remove();
            } else {
                moved.set(before);
            }
        }
    }

    @Override
    public Instant instant() {
        Instant instant = moved.get();
        return instant == null ? system.instant() : instant;
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DemoClock(system.withZone(zone), moved);
    }
}
