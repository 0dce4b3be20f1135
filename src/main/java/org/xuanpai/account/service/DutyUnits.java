package org.xuanpai.account.service;

import org.springframework.stereotype.Component;
import org.xuanpai.account.BureauNameMissing;
import org.xuanpai.account.DutyUnit;
import org.xuanpai.account.UnknownUnit;
import org.xuanpai.account.WrongUnitForRole;
import org.xuanpai.division.DivisionLevel;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.UnitView;
import org.xuanpai.shared.Role;

/** Finds the unit that a duty is to be held at by its division code. */
@Component
class DutyUnits {

    private final Divisions divisions;

    DutyUnits(Divisions divisions) {
        this.divisions = divisions;
    }

    /**
     * The unit for a role.
     *
     * @throws UnknownUnit when no unit in being has the code
     * @throws WrongUnitForRole when the unit is of another level, or an administrator is to have one
     * @throws BureauNameMissing when the role is held at a bureau and none is named
     */
    DutyUnit of(Role role, String code, String bureauName) {
        if (role.level() == Role.Level.INSTALLATION) {
            if (!code.isEmpty()) {
                throw new WrongUnitForRole(code);
            }
            return DutyUnit.installation();
        }
        UnitView unit = divisions.unitByCode(code).orElseThrow(() -> new UnknownUnit(code));
        if (unit.level() != levelOf(role)) {
            throw new WrongUnitForRole(unit.name());
        }
        boolean bureau = role.level() == Role.Level.BUREAU;
        if (bureau && bureauName.isBlank()) {
            throw new BureauNameMissing();
        }
        return new DutyUnit(
                unit.id(),
                bureau ? bureauName : unit.name(),
                unit.countyId(),
                unit.townshipId(),
                unit.level() == DivisionLevel.VILLAGE ? unit.id() : null);
    }

    private static DivisionLevel levelOf(Role role) {
        return switch (role.level()) {
            case CITY -> DivisionLevel.CITY;
            case COUNTY, BUREAU -> DivisionLevel.COUNTY;
            case TOWNSHIP -> DivisionLevel.TOWNSHIP;
            case VILLAGE -> DivisionLevel.VILLAGE;
            case INSTALLATION -> throw new IllegalArgumentException("an administrator has no unit");
        };
    }
}
