package org.xuanpai.access;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.database.Attempts;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.Scope;

/** A county, its neighbour, everybody who tries to write, and the rows that are there before. */
final class Written {

    private final Map<Who, CurrentUser> actors = new EnumMap<>(Who.class);
    private final Map<String, UUID> ids = new HashMap<>();

    Written(Given given, Database database, Attempts attempts, List<Writes> all) {
        NamedParameterJdbcTemplate owner = new NamedParameterJdbcTemplate(database.owner());
        TestCounty county = given.county(2, 0, 1);
        TestCounty other = given.county();
        UUID nextDoor = county.townships().get(1);
        ids.put("county", county.id());
        ids.put("township", county.township());
        ids.put("next_door", nextDoor);
        ids.put("other_county", other.id());
        ids.put("other_township", other.township());
        ids.put("stranger", other.first().user().accountId());
        ids.put("city", id(owner, "select city_id from division where id = :county"));
        ids.put("village", id(owner, "select id from division where parent_id = :township"));
        ids.put(
                "colleague",
                given.person(Role.COUNTY_LEADER, county.id()).user().accountId());
        ids.put(
                "deputy",
                given.person(Role.COUNTY_ORGANIZER, county.id()).user().accountId());
        people(county, other, nextDoor);
        Map.of(
                        "organizer",
                        Who.ORGANIZER,
                        "second",
                        Who.SECOND_ORGANIZER,
                        "clerk",
                        Who.CLERK,
                        "party_secretary",
                        Who.PARTY_SECRETARY)
                .forEach((name, who) -> ids.put(name, account(who)));
        for (Writes writes : all) {
            for (Writes.There row : writes.there) {
                if (row.before()) {
                    attempts.arrangedBefore(row.sql(), parameters(id("somebody")));
                } else {
                    attempts.arranged(row.sql(), parameters(id("somebody")));
                }
            }
        }
    }

    @Nullable
    CurrentUser user(Who who) {
        return actors.get(who);
    }

    /** The names of the table as ids, {@code :me} as the account of whoever acts. */
    SqlParameterSource parameters(Who who) {
        return parameters(who == Who.NOBODY ? id("somebody") : account(who));
    }

    private SqlParameterSource parameters(UUID me) {
        return new SqlParameterSource() {
            @Override
            public boolean hasValue(String name) {
                return true;
            }

            @Override
            public Object getValue(String name) {
                return name.equals("me") ? me : id(name);
            }
        };
    }

    private UUID id(String name) {
        return ids.computeIfAbsent(name, unknown -> Ids.next());
    }

    private UUID id(NamedParameterJdbcTemplate owner, String sql) {
        UUID found = owner.queryForObject(sql, parameters(id("somebody")), UUID.class);
        return Objects.requireNonNull(found);
    }

    private UUID account(Who who) {
        return Objects.requireNonNull(actors.get(who), who.name()).accountId();
    }

    private void people(TestCounty county, TestCounty other, UUID nextDoor) {
        Scope own = Scope.county(county.id());
        Scope elsewhere = Scope.county(other.id());
        Scope bureau = new Scope(Role.Level.BUREAU, Set.of(county.id()));
        Scope township = Scope.township(county.township());
        Scope neighbour = Scope.township(nextDoor);
        Scope otherTownship = Scope.township(other.township());
        actors.put(Who.ORGANIZER, county.first().user());
        actors.put(Who.SECOND_ORGANIZER, county.second().user());
        again(Who.ORGANIZER_AS_LEADER, Who.ORGANIZER, Role.COUNTY_LEADER, own);
        again(Who.ORGANIZER_ELSEWHERE, Who.ORGANIZER, Role.COUNTY_ORGANIZER, elsewhere);
        somebody(Who.LEADER, Role.COUNTY_LEADER, own, null);
        somebody(Who.STATISTICS_BUREAU, Role.BUREAU, bureau, FigureIssuer.STATISTICS);
        somebody(Who.TAX_BUREAU, Role.BUREAU, bureau, FigureIssuer.TAX);
        somebody(Who.FIRST_SECRETARY, Role.FIRST_SECRETARY, township, null);
        somebody(Who.PARTY_SECRETARY, Role.PARTY_SECRETARY, township, null);
        somebody(Who.CLERK, Role.TOWNSHIP_CLERK, township, null);
        again(Who.CLERK_NEXT_DOOR, Who.CLERK, Role.TOWNSHIP_CLERK, neighbour);
        somebody(Who.PARTY_SECRETARY_NEXT_DOOR, Role.PARTY_SECRETARY, neighbour, null);
        somebody(Who.FIRST_SECRETARY_NEXT_DOOR, Role.FIRST_SECRETARY, neighbour, null);
        somebody(Who.VILLAGE_USER, Role.VILLAGE_USER, Scope.village(id("village")), null);
        somebody(Who.CITY_ORGANIZER, Role.CITY_ORGANIZER, new Scope(Role.Level.CITY, Set.of(id("city"))), null);
        actors.put(Who.OTHER_ORGANIZER, other.first().user());
        somebody(Who.OTHER_LEADER, Role.COUNTY_LEADER, elsewhere, null);
        somebody(
                Who.OTHER_STATISTICS_BUREAU,
                Role.BUREAU,
                new Scope(Role.Level.BUREAU, Set.of(other.id())),
                FigureIssuer.STATISTICS);
        somebody(Who.OTHER_PARTY_SECRETARY, Role.PARTY_SECRETARY, otherTownship, null);
        somebody(Who.OTHER_CLERK, Role.TOWNSHIP_CLERK, otherTownship, null);
        somebody(Who.SYSTEM_ADMIN, Role.SYSTEM_ADMIN, Scope.none(), null);
        somebody(Who.SECURITY_ADMIN, Role.SECURITY_ADMIN, Scope.none(), null);
        somebody(Who.AUDITOR, Role.AUDITOR, Scope.none(), null);
        actors.put(Who.SYSTEM_SETUP, CurrentUser.system(Role.SYSTEM_SETUP));
        actors.put(Who.SYSTEM_IMPORTER, CurrentUser.system(Role.SYSTEM_IMPORTER));
    }

    private void again(Who who, Who account, Role role, Scope scope) {
        actors.put(who, new CurrentUser(account(account), "x", "x", null, role, scope, "x"));
    }

    private void somebody(Who who, Role role, Scope scope, @Nullable FigureIssuer figures) {
        actors.put(who, new CurrentUser(Ids.next(), "x", "x", null, role, scope, "x", figures));
    }
}
