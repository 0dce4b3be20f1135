package org.xuanpai.division.service;

import java.time.LocalDate;
import java.util.Comparator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xuanpai.division.HangsOnUnits;
import org.xuanpai.shared.Scope;

/** From which day on the land may still change: before it, features have settled who owed what. */
@Component
class SettledLand {

    private final ObjectProvider<HangsOnUnits> hanging;

    SettledLand(ObjectProvider<HangsOnUnits> hanging) {
        this.hanging = hanging;
    }

    /** The first day that no feature has settled in these counties, and none settles before the transaction ends. */
    LocalDate earliest(Scope scope) {
        return hanging.orderedStream()
                .flatMap(feature -> feature.settledUntil(scope).stream())
                .max(Comparator.naturalOrder())
                .map(settled -> settled.plusDays(1))
                .orElse(LocalDate.MIN);
    }
}
