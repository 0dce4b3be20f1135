package org.xuanpai.account.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.xuanpai.account.DemoAccess;
import org.xuanpai.account.DutyUnit;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.UnitView;
import org.xuanpai.platform.CurrentUsers;
import org.xuanpai.platform.DemoCast;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Role;

/** The people of the demo county: for the features that make its past, and for the log-in page afterwards. */
@Component
@ConditionalOnBooleanProperty("xuanpai.demo")
class DemoPeople implements DemoCast, DemoAccess {

    private static final String PASSWORD = "xuanpai-demo-2026";

    private final CurrentUsers users;
    private final Divisions divisions;
    private final Map<String, UUID> accounts = new HashMap<>();
    private final SingletonSupplier<List<DemoAccount>> shown = SingletonSupplier.of(this::firstDuties);

    DemoPeople(CurrentUsers users, Divisions divisions) {
        this.users = users;
        this.divisions = divisions;
    }

    /** Remembers an account while the past is made: nobody could look it up by its name. */
    void met(String username, UUID account) {
        accounts.put(username, account);
    }

    @Override
    public CurrentUser of(String username) {
        return users.find(Objects.requireNonNull(accounts.get(username), username), null)
                .orElseThrow(() -> new IllegalStateException(username + " has no duty at that time"))
                .user();
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    @Override
    public List<DemoAccount> accounts() {
        return shown.obtain();
    }

    private List<DemoAccount> firstDuties() {
        List<DemoAccount> first = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (DemoPerson person : DemoPerson.all()) {
            if (seen.add(person.username())) {
                String unit = unit(person).name();
                first.add(new DemoAccount(person.username(), person.name(), person.role(), unit));
            }
        }
        return List.copyOf(first);
    }

    /** Where somebody holds the duty, with the ids that the role's level asks for. */
    DutyUnit unit(DemoPerson person) {
        if (person.isAdministrator()) {
            return DutyUnit.installation();
        }
        UnitView unit = divisions.unitByCode(person.unitCode()).orElseThrow();
        String name = person.unitName().isEmpty() ? unit.name() : person.unitName();
        UUID village = person.role().level() == Role.Level.VILLAGE ? unit.id() : null;
        return new DutyUnit(unit.id(), name, unit.countyId(), unit.townshipId(), village);
    }
}
