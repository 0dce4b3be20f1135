package org.xuanpai.division.service;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.xuanpai.division.DivisionLevel;
import org.xuanpai.platform.DemoDiary;
import org.xuanpai.platform.DemoPart;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.DivisionCode;
import org.xuanpai.shared.Role;

/** The demo county's land: invented names, codes that no real unit has. */
@Component
@ConditionalOnBooleanProperty("xuanpai.demo")
class LandDemoData implements DemoPart {

    private static final LocalDate ALWAYS = LocalDate.of(2010, 1, 1);

    private final LandService land;

    LandDemoData(LandService land) {
        this.land = land;
    }

    @Override
    public void plan(DemoDiary diary) {
        List<NewUnit> units = DemoUnit.all().stream().map(LandDemoData::newUnit).toList();
        diary.write(
                diary.beginning(),
                CurrentUser.system(Role.SYSTEM_IMPORTER),
                importer -> land.addUnits(importer, units));
    }

    private static NewUnit newUnit(DemoUnit unit) {
        DivisionLevel level = Arrays.stream(DivisionLevel.values())
                .filter(candidate -> candidate.fits(unit.code()))
                .findFirst()
                .orElseThrow();
        DivisionCode parent = unit.parent().isEmpty() ? null : new DivisionCode(unit.parent());
        return new NewUnit(level, new DivisionCode(unit.code()), unit.name(), parent, ALWAYS);
    }
}
