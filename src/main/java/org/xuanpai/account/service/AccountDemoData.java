package org.xuanpai.account.service;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.xuanpai.account.service.AccountService.Invitation;
import org.xuanpai.account.service.SetUpService.Administrator;
import org.xuanpai.platform.DemoDiary;
import org.xuanpai.platform.DemoPart;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Role;

/**
 * The demo county's accounts and duties, made as in any county: the set-up, then the system administrator, then the security
 * administrator, then each person's own password, which here is the same for all and hashed once. First Secretaries begin as
 * county leaders; their office comes with their posting.
 */
@Component
@ConditionalOnBooleanProperty("xuanpai.demo")
class AccountDemoData implements DemoPart {

    private final SetUpService setUp;
    private final AccountService accounts;
    private final DutyService duties;
    private final ActivationService activation;
    private final PasswordHashes hashes;
    private final DemoPeople people;
    private final Map<String, Invitation> invitations = new HashMap<>();

    AccountDemoData(
            SetUpService setUp,
            AccountService accounts,
            DutyService duties,
            ActivationService activation,
            PasswordHashes hashes,
            DemoPeople people) {
        this.setUp = setUp;
        this.accounts = accounts;
        this.duties = duties;
        this.activation = activation;
        this.hashes = hashes;
        this.people = people;
    }

    @Override
    public void plan(DemoDiary diary) {
        List<DemoPerson> persons = DemoPerson.all();
        LocalDateTime begin = diary.beginning().plusMinutes(30);
        diary.write(begin, CurrentUser.system(Role.SYSTEM_SETUP), actor -> setUp(persons));
        diary.write(begin.plusHours(1), "sysadmin", user -> invite(user, persons));
        LocalDateTime granting = begin.plusHours(2);
        for (DemoPerson person : persons) {
            if (person.isGrantedByHand()) {
                LocalDateTime each = granting; // a second duty begins after the first one, so it comes second
                diary.write(each, "secadmin", user -> grant(diary, user, person, each));
                granting = granting.plusMinutes(1);
            }
        }
        String hash = hashes.hash(PasswordRule.normalized(people.password()));
        LocalDateTime choosing = begin.plusHours(4);
        for (String username :
                persons.stream().map(DemoPerson::username).distinct().toList()) {
            choosing = choosing.plusMinutes(1);
            diary.write(
                    choosing,
                    username,
                    user -> activation.setHash(invitation(username).token(), "", hash, username));
        }
    }

    private void setUp(List<DemoPerson> persons) {
        Map<Role, Administrator> administrators = new EnumMap<>(Role.class);
        persons.stream()
                .filter(DemoPerson::isAdministrator)
                .forEach(person ->
                        administrators.put(person.role(), new Administrator(person.username(), person.name())));
        setUp.complete(setUp.newCode(), administrators).values().forEach(this::remember);
    }

    private void invite(CurrentUser user, List<DemoPerson> persons) {
        Set<String> known = new HashSet<>(invitations.keySet());
        for (DemoPerson person : persons) {
            if (known.add(person.username())) {
                remember(accounts.create(user, person.username(), person.name()));
            }
        }
    }

    private void grant(DemoDiary diary, CurrentUser user, DemoPerson person, LocalDateTime from) {
        duties.grant(
                user,
                invitation(person.username()).accountId(),
                person.role(),
                people.unit(person),
                person.figures(),
                diary.instant(from));
    }

    private void remember(Invitation invitation) {
        invitations.put(invitation.username(), invitation);
        people.met(invitation.username(), invitation.accountId());
    }

    private Invitation invitation(String username) {
        return Objects.requireNonNull(invitations.get(username), username);
    }
}
