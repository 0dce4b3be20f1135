package org.xuanpai.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lays townships of a past day out in the shape asked for: each for itself, or under the township it is part of today. */
public final class LandShape {

    private final Shape shape;
    private final Lineage lineage;
    private final Map<UUID, TownshipView> today;

    /**
     * A shape.
     *
     * @param today the townships of today, for today's shape
     */
    public LandShape(Shape shape, Lineage lineage, Collection<TownshipView> today) {
        this.shape = shape;
        this.lineage = lineage;
        this.today = today.stream().collect(Collectors.toMap(TownshipView::id, Function.identity()));
    }

    /** In the order of codes; a township that was split and is no more stands for itself. */
    public List<Group> groups(Collection<TownshipView> townships, LocalDate day) {
        if (shape == Shape.THEN) {
            return townships.stream()
                    .map(township -> new Group(township, List.of(township), false))
                    .toList();
        }
        Map<UUID, List<TownshipView>> members = new LinkedHashMap<>();
        townships.forEach(township -> members.computeIfAbsent(lineage.now(township.id(), day), id -> new ArrayList<>())
                .add(township));
        return members.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(group -> group.unit().code()))
                .toList();
    }

    private Group group(UUID id, List<TownshipView> members) {
        TownshipView now = today.get(id);
        return now == null ? new Group(members.get(0), members, true) : new Group(now, members, false);
    }

    /**
     * A township as it is shown.
     *
     * @param unit under which name
     * @param members the townships of that day that are in it, in the order of codes
     * @param gone whether it is no more and nobody took its past over
     */
    public record Group(TownshipView unit, List<TownshipView> members, boolean gone) {

        /** Whether what is shown is a sum. */
        public boolean isSum() {
            return members.size() > 1;
        }

        /** Whether it was another unit then. */
        public boolean isOther() {
            return isSum() || !members.get(0).id().equals(unit.id());
        }
    }
}
