package org.xuanpai.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xuanpai.shared.Role;

class DutyUnitTests {

    private static final UUID COUNTY = UUID.randomUUID();
    private static final UUID TOWNSHIP = UUID.randomUUID();
    private static final UUID VILLAGE = UUID.randomUUID();

    @Test
    void aUnitFitsTheRolesOfItsLevelOnly() {
        assertThat(rolesAt(DutyUnit.installation()))
                .containsExactlyElementsOf(Arrays.stream(Role.values())
                        .filter(role -> role.level() == Role.Level.INSTALLATION)
                        .toList());
        assertThat(rolesAt(new DutyUnit(UUID.randomUUID(), "市", null, null, null)))
                .containsExactly(Role.CITY_ORGANIZER);
        assertThat(rolesAt(new DutyUnit(COUNTY, "县", COUNTY, null, null)))
                .containsExactly(Role.COUNTY_ORGANIZER, Role.COUNTY_LEADER, Role.BUREAU);
        assertThat(rolesAt(new DutyUnit(TOWNSHIP, "镇", COUNTY, TOWNSHIP, null)))
                .containsExactly(
                        Role.FIRST_SECRETARY_DESIGNATE,
                        Role.FIRST_SECRETARY,
                        Role.PARTY_SECRETARY,
                        Role.TOWNSHIP_CLERK);
        assertThat(rolesAt(new DutyUnit(VILLAGE, "村", COUNTY, TOWNSHIP, VILLAGE)))
                .containsExactly(Role.VILLAGE_USER);
    }

    private static List<Role> rolesAt(DutyUnit unit) {
        return Arrays.stream(Role.values()).filter(unit::fits).toList();
    }
}
