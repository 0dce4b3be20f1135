package org.xuanpai.division;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which unit became which by mergers, up to a day. Splits are not in it: what a unit did before it was split stays its own,
 * for nobody knows which part did it.
 */
public final class Lineage {

    private final Map<UUID, Merger> mergers = new HashMap<>();

    public Lineage(Collection<Merger> mergers) {
        mergers.forEach(merger -> this.mergers.put(merger.predecessor(), merger));
    }

    /** The past as it was: every unit stands for itself. */
    public static Lineage none() {
        return new Lineage(List.of());
    }

    /** What a unit of that day is now. */
    public UUID now(UUID unit, LocalDate day) {
        UUID now = unit;
        LocalDate since = day;
        Merger merger = mergers.get(now);
        while (merger != null && merger.effectiveOn().isAfter(since)) {
            now = merger.successor();
            since = merger.effectiveOn();
            merger = mergers.get(now);
        }
        return now;
    }

    /** Whether nothing was merged. */
    public boolean isEmpty() {
        return mergers.isEmpty();
    }

    /**
     * A unit that was merged into another.
     *
     * @param predecessor the unit that ended
     * @param successor the unit that took over
     * @param effectiveOn the first day on which it was so
     */
    public record Merger(UUID predecessor, UUID successor, LocalDate effectiveOn) {}
}
