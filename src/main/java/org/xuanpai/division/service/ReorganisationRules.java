package org.xuanpai.division.service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xuanpai.division.CodeDoesNotFit;
import org.xuanpai.division.CodeInUse;
import org.xuanpai.division.CodeTwice;
import org.xuanpai.division.DivisionLevel;
import org.xuanpai.division.EffectiveTooEarly;
import org.xuanpai.division.ReorganisationKind;
import org.xuanpai.division.UnitChange;
import org.xuanpai.division.UnitChange.Effect;
import org.xuanpai.division.UnitClosed;
import org.xuanpai.division.VillagesRemain;
import org.xuanpai.division.repository.LandVersions;
import org.xuanpai.division.repository.LandVersions.Newest;
import org.xuanpai.shared.NotFound;

/** Whether the land can change so on that day. Asked when it is proposed and again when it is confirmed. */
@Component
class ReorganisationRules {

    private final LandVersions land;

    ReorganisationRules(LandVersions land) {
        this.land = land;
    }

    /**
     * The units concerned, locked until the end of the transaction.
     *
     * @throws UnitClosed when a unit is no more
     * @throws EffectiveTooEarly when a unit became what it is on that day or later
     * @throws CodeDoesNotFit when a code is not one of the level or does not begin with that of the unit above
     * @throws CodeInUse when another unit has a code
     * @throws VillagesRemain when villages would be left without a township
     */
    Concerned check(String counties, ReorganisationKind kind, LocalDate day, List<UnitChange> changes) {
        Set<UUID> opened = ids(changes, Effect.OPENS);
        Set<UUID> wanted = new HashSet<>();
        changes.forEach(change -> {
            wanted.add(change.unitId());
            if (change.parentId() != null) {
                wanted.add(change.parentId());
            }
        });
        wanted.removeAll(opened);
        Map<UUID, Newest> units = new HashMap<>();
        land.lock(counties, wanted).forEach(unit -> units.put(unit.id(), unit));
        if (units.size() < wanted.size()) {
            throw new NotFound();
        }
        for (UnitChange change : changes) {
            if (change.effect() != Effect.OPENS) {
                mustBeThere(Objects.requireNonNull(units.get(change.unitId())), day, change.effect() != Effect.STAYS);
            }
            if (change.parentId() != null && !opened.contains(change.parentId())) {
                mustBeThere(Objects.requireNonNull(units.get(change.parentId())), day, false);
            }
        }
        checkCodes(changes, units, day);
        return new Concerned(units, villages(counties, kind, day, changes, units));
    }

    private static void mustBeThere(Newest unit, LocalDate day, boolean changes) {
        if (unit.validTo() != null) {
            throw new UnitClosed(unit.name());
        }
        if (changes ? !day.isAfter(unit.since()) : day.isBefore(unit.since())) {
            throw new EffectiveTooEarly(unit.name(), unit.since());
        }
    }

    private void checkCodes(List<UnitChange> changes, Map<UUID, Newest> units, LocalDate day) {
        Set<UUID> gone = ids(changes, Effect.ENDS);
        gone.addAll(ids(changes, Effect.RENAMES));
        Set<String> codes = new HashSet<>();
        for (UnitChange change : changes) {
            String code = change.code();
            if (code == null) {
                continue;
            }
            if (!change.level().fits(code) || !fitsBelow(change, code, changes, units)) {
                throw new CodeDoesNotFit(code);
            }
            if (!codes.add(code)) {
                throw new CodeTwice(code);
            }
            land.holdersOf(code, day, gone).stream().findFirst().ifPresent(holder -> {
                throw new CodeInUse(code, holder);
            });
        }
    }

    /**
     * A new code begins with that of the unit above, as it is or as it becomes with this change. One that stays as it was may
     * differ: a village that moved keeps its code until it gets another.
     */
    private boolean fitsBelow(UnitChange change, String code, List<UnitChange> changes, Map<UUID, Newest> units) {
        Newest unit = units.get(change.unitId());
        if (unit != null && unit.code().equals(code)) {
            return true;
        }
        UUID above = change.parentId() == null ? Objects.requireNonNull(unit).parentId() : change.parentId();
        return code.startsWith(changes.stream()
                .filter(other -> other.unitId().equals(above) && other.code() != null)
                .findFirst()
                .map(other -> Objects.requireNonNull(other.code()))
                .orElseGet(() -> land.codeOf(above)));
    }

    /** Villages that go with a merged township; of other townships that end, none may be left. */
    private Map<UUID, List<Newest>> villages(
            String counties,
            ReorganisationKind kind,
            LocalDate day,
            List<UnitChange> changes,
            Map<UUID, Newest> units) {
        Map<UUID, List<Newest>> villages = new HashMap<>();
        Set<UUID> moved = ids(changes, Effect.MOVES);
        land.lockVillagesOf(counties, ids(changes, Effect.ENDS));
        for (UnitChange change : changes) {
            if (change.effect() != Effect.ENDS || change.level() != DivisionLevel.TOWNSHIP) {
                continue;
            }
            List<Newest> below = land.villagesOf(counties, change.unitId(), day);
            if (kind == ReorganisationKind.MERGE) {
                below.forEach(village -> mustBeThere(village, day, true));
                villages.put(change.unitId(), below);
                continue;
            }
            long left = below.stream()
                    .filter(village -> !moved.contains(village.id()))
                    .count();
            if (left > 0) {
                throw new VillagesRemain(
                        Objects.requireNonNull(units.get(change.unitId())).name(), left);
            }
        }
        return villages;
    }

    static Set<UUID> ids(Collection<UnitChange> changes, Effect effect) {
        return changes.stream()
                .filter(change -> change.effect() == effect)
                .map(UnitChange::unitId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * What is concerned.
     *
     * @param units existing units, by id
     * @param villages villages that go with each merged township
     */
    record Concerned(Map<UUID, Newest> units, Map<UUID, List<Newest>> villages) {

        Newest unit(UUID id) {
            @Nullable Newest unit = units.get(id);
            if (unit == null) {
                throw new NotFound();
            }
            return unit;
        }

        /** Names of units, for the trail. */
        String names(Collection<UUID> ids) {
            return ids.stream().map(id -> unit(id).name()).sorted().collect(Collectors.joining("\u3001"));
        }

        int villageCount() {
            return villages.values().stream().mapToInt(List::size).sum();
        }
    }
}
