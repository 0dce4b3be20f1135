package org.xuanpai.division.service;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.xuanpai.division.Divisions;
import org.xuanpai.platform.DemoDiary;
import org.xuanpai.platform.DemoPart;
import org.xuanpai.shared.CurrentUser;

/** Which townships of the demo county are industrial: proposed by one organizer, confirmed by the other. */
@Component
@ConditionalOnBooleanProperty("xuanpai.demo")
class TypeDemoData implements DemoPart {

    private final TownshipTypeService types;
    private final Divisions divisions;

    TypeDemoData(TownshipTypeService types, Divisions divisions) {
        this.types = types;
        this.divisions = divisions;
    }

    @Override
    public void plan(DemoDiary diary) {
        LocalDate validFrom = diary.periods().get(0).firstDay();
        LocalDateTime proposal = diary.beginning().plusDays(1);
        List<DemoUnit> townships =
                DemoUnit.all().stream().filter(DemoUnit::isTownship).toList();
        Map<UUID, UUID> proposed = new HashMap<>();
        for (DemoUnit township : townships) {
            diary.write(proposal, "organizer1", user -> {
                UUID id = divisions.unitByCode(township.code()).orElseThrow().id();
                proposed.put(id, propose(user, id, township, validFrom));
            });
        }
        diary.write(
                proposal.plusDays(1),
                "organizer2",
                user -> proposed.forEach((township, type) -> types.confirm(user, township, type)));
    }

    private UUID propose(CurrentUser user, UUID id, DemoUnit township, LocalDate validFrom) {
        return types.propose(user, id, township.isIndustrial(), validFrom, township.typeReason());
    }
}
