package org.xuanpai.posting.people.service;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xuanpai.division.Divisions;
import org.xuanpai.posting.people.TownshipUnknown;
import org.xuanpai.posting.people.VillageUnknown;
import org.xuanpai.shared.Scope;

/** Townships and villages where offices are held and people are assigned. */
@Component
class Places {

    private final Divisions divisions;

    Places(Divisions divisions) {
        this.divisions = divisions;
    }

    /**
     * The township itself.
     *
     * @throws TownshipUnknown when the scope has none of that id in being on the day
     */
    UUID township(Scope scope, UUID township, LocalDate day) {
        if (divisions.townships(scope, day).stream().noneMatch(unit -> unit.id().equals(township))) {
            throw new TownshipUnknown();
        }
        return township;
    }

    /**
     * A village by its name or its code.
     *
     * @throws VillageUnknown when the township has none of that name
     */
    UUID village(UUID township, String named) {
        return divisions.children(township).stream()
                .filter(unit -> unit.name().equals(named) || unit.code().equals(named))
                .findFirst()
                .orElseThrow(VillageUnknown::new)
                .id();
    }
}
