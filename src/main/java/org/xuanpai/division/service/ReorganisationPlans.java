package org.xuanpai.division.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xuanpai.division.DivisionLevel;
import org.xuanpai.division.NothingChanges;
import org.xuanpai.division.ProposeReorganisation;
import org.xuanpai.division.ProposeReorganisation.Part;
import org.xuanpai.division.UnitChange;
import org.xuanpai.division.UnitChange.Effect;
import org.xuanpai.division.UnitsDoNotFit;
import org.xuanpai.division.UnitsMissing;
import org.xuanpai.division.repository.LandVersions;
import org.xuanpai.division.repository.LandVersions.Newest;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Scope;

/** Turns what an organizer wants into what happens to each unit. Whether it may happen then, {@link ReorganisationRules} say. */
@Component
class ReorganisationPlans {

    private final LandVersions land;

    ReorganisationPlans(LandVersions land) {
        this.land = land;
    }

    /**
     * The changes, unit by unit.
     *
     * @throws NotFound when a unit is not of the county
     * @throws UnitsMissing when there is no second unit or part
     * @throws UnitsDoNotFit when the units cannot be put together
     * @throws NothingChanges when a renaming renames nothing
     */
    List<UnitChange> of(Scope scope, ProposeReorganisation wanted) {
        Units units = new Units(scope, wanted);
        return switch (wanted.kind()) {
            case ADD -> add(wanted, units.start());
            case RENAME -> rename(wanted, lowerThanCounty(units.start()));
            case CLOSE -> List.of(plain(Effect.ENDS, lowerThanCounty(units.start())));
            case MERGE -> merge(wanted, lowerThanCounty(units.start()), units.others());
            case SPLIT -> split(wanted, lowerThanCounty(units.start()), units);
            case MOVE -> move(wanted, units.start(), units.others());
        };
    }

    private static List<UnitChange> add(ProposeReorganisation wanted, Newest parent) {
        if (parent.level() != DivisionLevel.COUNTY && parent.level() != DivisionLevel.TOWNSHIP) {
            throw new UnitsDoNotFit(parent.name());
        }
        DivisionLevel level = parent.level() == DivisionLevel.COUNTY ? DivisionLevel.TOWNSHIP : DivisionLevel.VILLAGE;
        return List.of(opens(level, onlyPart(wanted), parent.id()));
    }

    private static List<UnitChange> rename(ProposeReorganisation wanted, Newest unit) {
        Part as = onlyPart(wanted);
        if (as.code().equals(unit.code()) && as.name().strip().equals(unit.name())) {
            throw new NothingChanges(unit.name());
        }
        return List.of(new UnitChange(
                Effect.RENAMES, unit.id(), unit.level(), as.code(), as.name().strip(), null, null));
    }

    private static List<UnitChange> merge(ProposeReorganisation wanted, Newest unit, List<Newest> others) {
        if (others.isEmpty()) {
            throw missing(wanted);
        }
        for (Newest other : others) {
            if (other.id().equals(unit.id())
                    || other.level() != unit.level()
                    || !other.parentId().equals(unit.parentId())) {
                throw new UnitsDoNotFit(other.name());
            }
        }
        List<UnitChange> changes = new ArrayList<>();
        if (wanted.stays()) {
            changes.add(plain(Effect.STAYS, unit));
        } else {
            changes.add(opens(unit.level(), onlyPart(wanted), unit.parentId()));
            changes.add(plain(Effect.ENDS, unit));
        }
        others.forEach(other -> changes.add(plain(Effect.ENDS, other)));
        return changes;
    }

    private static List<UnitChange> split(ProposeReorganisation wanted, Newest unit, Units units) {
        if (wanted.parts().size() < (wanted.stays() ? 1 : 2)) {
            throw missing(wanted);
        }
        List<UnitChange> changes = new ArrayList<>();
        changes.add(plain(wanted.stays() ? Effect.STAYS : Effect.ENDS, unit));
        List<UnitChange> parts = wanted.parts().stream()
                .map(part -> opens(unit.level(), part, unit.parentId()))
                .toList();
        changes.addAll(parts);
        wanted.villages().forEach((village, part) -> {
            Newest moved = units.get(village);
            if (part < 0 || part >= parts.size()) {
                throw missing(wanted);
            }
            if (unit.level() != DivisionLevel.TOWNSHIP || !moved.parentId().equals(unit.id())) {
                throw new UnitsDoNotFit(moved.name());
            }
            changes.add(moves(moved, parts.get(part).unitId()));
        });
        return changes;
    }

    private static List<UnitChange> move(ProposeReorganisation wanted, Newest to, List<Newest> villages) {
        if (villages.isEmpty()) {
            throw missing(wanted);
        }
        if (to.level() != DivisionLevel.TOWNSHIP) {
            throw new UnitsDoNotFit(to.name());
        }
        List<UnitChange> changes = new ArrayList<>();
        changes.add(plain(Effect.STAYS, to));
        for (Newest village : villages) {
            if (village.level() != DivisionLevel.VILLAGE || village.parentId().equals(to.id())) {
                throw new UnitsDoNotFit(village.name());
            }
            changes.add(moves(village, to.id()));
        }
        return changes;
    }

    private static Newest lowerThanCounty(Newest unit) {
        if (unit.level().compareTo(DivisionLevel.COUNTY) <= 0) {
            throw new UnitsDoNotFit(unit.name());
        }
        return unit;
    }

    private static Part onlyPart(ProposeReorganisation wanted) {
        if (wanted.parts().size() != 1) {
            throw missing(wanted);
        }
        return wanted.parts().get(0);
    }

    private static UnitsMissing missing(ProposeReorganisation wanted) {
        return new UnitsMissing(wanted.kind().name());
    }

    private static UnitChange plain(Effect effect, Newest unit) {
        return new UnitChange(effect, unit.id(), unit.level(), null, null, null, null);
    }

    private static UnitChange moves(Newest village, UUID parent) {
        return new UnitChange(Effect.MOVES, village.id(), village.level(), null, null, parent, null);
    }

    private static UnitChange opens(DivisionLevel level, Part part, UUID parent) {
        Boolean industrial =
                level == DivisionLevel.TOWNSHIP ? Boolean.valueOf(Boolean.TRUE.equals(part.industrial())) : null;
        return new UnitChange(
                Effect.OPENS, Ids.next(), level, part.code(), part.name().strip(), parent, industrial);
    }

    /** The units that are named, each of the county and known. */
    private final class Units {

        private final ProposeReorganisation wanted;
        private final Map<UUID, Newest> found;

        private Units(Scope scope, ProposeReorganisation wanted) {
            this.wanted = wanted;
            Set<UUID> ids = new HashSet<>(wanted.others());
            ids.addAll(wanted.villages().keySet());
            ids.add(wanted.unit());
            this.found = land.lock(scope.countyArray(), ids).stream()
                    .collect(Collectors.toMap(Newest::id, Function.identity()));
        }

        private Newest start() {
            return get(wanted.unit());
        }

        private List<Newest> others() {
            return new LinkedHashSet<>(wanted.others()).stream().map(this::get).toList();
        }

        private Newest get(UUID id) {
            @Nullable Newest unit = found.get(id);
            if (unit == null) {
                throw new NotFound();
            }
            return unit;
        }
    }
}
