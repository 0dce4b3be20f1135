package org.xuanpai.posting.people.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.Accounts;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.platform.Constraint;
import org.xuanpai.posting.people.AccountLinkedAlready;
import org.xuanpai.posting.people.AccountStays;
import org.xuanpai.posting.people.AccountUnknown;
import org.xuanpai.posting.people.BirthMonthUnlikely;
import org.xuanpai.posting.people.MayEditPeople;
import org.xuanpai.posting.people.PinyinUnknown;
import org.xuanpai.posting.people.PinyinUnreadable;
import org.xuanpai.posting.people.entity.Person;
import org.xuanpai.posting.people.entity.PersonDetails;
import org.xuanpai.posting.people.repository.PersonRepository;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.StaleVersion;

/** Enters people and corrects what is written of them. */
@Service
@Transactional
public class PersonService {

    private final PersonRepository people;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final Clock clock;

    PersonService(PersonRepository people, Accounts accounts, AuditTrail trail, Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Enters somebody of the organizer's county.
     *
     * @return the person's id
     * @throws PinyinUnreadable when what was typed is no pinyin
     * @throws PinyinUnknown when nothing was typed and a character's reading is not known
     * @throws BirthMonthUnlikely for a month that cannot be meant
     * @throws AccountUnknown when no account of that name has a duty in the county
     * @throws AccountLinkedAlready when the account is another person's
     */
    @MayEditPeople
    public UUID enter(CurrentUser user, PersonInput input) {
        UUID county = user.scope().counties().stream().findFirst().orElseThrow(NotFound::new);
        Person person = new Person(county, details(user, input), LocalDate.now(clock));
        save(person);
        record("posting.people.entered", person);
        return person.id();
    }

    /**
     * Corrects what is written of somebody.
     *
     * @param seen the version that the organizer has seen
     * @throws StaleVersion when somebody changed it meanwhile
     * @throws AccountStays for another account while this one has rights by a posting; otherwise as {@link #enter}
     */
    @MayEditPeople
    public void correct(CurrentUser user, UUID id, long seen, PersonInput input) {
        Person person = people.findById(user.scope(), id).orElseThrow(NotFound::new);
        person.correct(details(user, input), seen, LocalDate.now(clock));
        save(person);
        record("posting.people.corrected", person);
    }

    private PersonDetails details(CurrentUser user, PersonInput input) {
        return new PersonDetails(
                input.name(),
                pinyin(input),
                input.sex(),
                input.birthMonth(),
                input.education(),
                account(user, input.username()));
    }

    private static String pinyin(PersonInput input) {
        return input.pinyin().isBlank()
                ? Pinyin.of(input.name()).orElseThrow(PinyinUnknown::new)
                : Pinyin.typed(input.pinyin()).orElseThrow(PinyinUnreadable::new);
    }

    private @Nullable UUID account(CurrentUser user, String username) {
        return username.isBlank()
                ? null
                : accounts.byUsername(user.scope(), username)
                        .orElseThrow(AccountUnknown::new)
                        .id();
    }

    private void save(Person person) {
        try {
            people.saveAndFlush(person);
        } catch (OptimisticLockingFailureException quicker) {
            throw new StaleVersion();
        } catch (DataIntegrityViolationException refused) {
            if (Constraint.isBroken("person_account_once", refused)) {
                throw new AccountLinkedAlready();
            }
            if (Constraint.isBroken("person_account_stays_while_posted", refused)) {
                throw new AccountStays();
            }
            throw refused;
        }
    }

    /** Of what was typed the trail says the account alone; it is read by auditors, who see no personal details. */
    private void record(String action, Person person) {
        TrailEvent event = TrailEvent.of(action, person.name(), person.id());
        trail.record(person.accountId()
                .map(account -> event.with("account", account))
                .orElse(event));
    }
}
