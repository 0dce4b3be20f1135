package org.xuanpai.division.entity;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.DivisionLevel;
import org.xuanpai.division.UnitChange;

/** A line of a reorganisation; whether it is open is kept by the database. */
@Embeddable
class ReorganisedUnit {

    private UUID countyId;

    private UUID unitId;

    @Enumerated(EnumType.STRING)
    private UnitChange.Effect effect;

    @Enumerated(EnumType.STRING)
    private DivisionLevel level;

    private @Nullable String code;
    private @Nullable String name;
    private @Nullable UUID parentId;
    private @Nullable Boolean industrial;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected ReorganisedUnit() {}

    ReorganisedUnit(UUID countyId, UnitChange change) {
        this.countyId = countyId;
        this.unitId = change.unitId();
        this.effect = change.effect();
        this.level = change.level();
        this.code = change.code();
        this.name = change.name();
        this.parentId = change.parentId();
        this.industrial = change.industrial();
    }

    UnitChange change() {
        return new UnitChange(effect, unitId, level, code, name, parentId, industrial);
    }
}
