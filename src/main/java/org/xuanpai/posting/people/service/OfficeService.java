package org.xuanpai.posting.people.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.platform.Constraint;
import org.xuanpai.posting.people.DatesOutOfOrder;
import org.xuanpai.posting.people.EndProposedAlready;
import org.xuanpai.posting.people.MayEditPeople;
import org.xuanpai.posting.people.OfficeEnded;
import org.xuanpai.posting.people.OfficeHeldAlready;
import org.xuanpai.posting.people.OfficeNotConfirmed;
import org.xuanpai.posting.people.OfficeProposedAlready;
import org.xuanpai.posting.people.PartySecretaryThere;
import org.xuanpai.posting.people.TownshipMissing;
import org.xuanpai.posting.people.TownshipUnknown;
import org.xuanpai.posting.people.entity.Office;
import org.xuanpai.posting.people.entity.OfficeEnd;
import org.xuanpai.posting.people.entity.Person;
import org.xuanpai.posting.people.repository.OfficeEndRepository;
import org.xuanpai.posting.people.repository.OfficeRepository;
import org.xuanpai.posting.people.repository.PersonRepository;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.NotTheProposer;
import org.xuanpai.shared.ProposalWithdrawn;
import org.xuanpai.shared.SecondPersonNeeded;

/** Opens and ends offices. Who may be posted follows from them, so one organizer proposes and a second one confirms. */
@Service
@Transactional
public class OfficeService {

    private final PersonRepository people;
    private final OfficeRepository offices;
    private final OfficeEndRepository ends;
    private final Places places;
    private final AuditTrail trail;
    private final Clock clock;

    OfficeService(
            PersonRepository people,
            OfficeRepository offices,
            OfficeEndRepository ends,
            Places places,
            AuditTrail trail,
            Clock clock) {
        this.people = people;
        this.offices = offices;
        this.ends = ends;
        this.places = places;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Proposes that somebody holds an office. Without effect until a second organizer confirms it.
     *
     * @return the id of the proposal
     * @throws TownshipMissing for a Party secretary without a township
     * @throws TownshipUnknown when the county has no such township on the first day
     * @throws DatesOutOfOrder when it would end before it begins
     * @throws OfficeProposedAlready while the same proposal is open
     */
    @MayEditPeople
    public UUID propose(CurrentUser user, UUID personId, ProposeOffice wanted) {
        Person person = people.findById(user.scope(), personId).orElseThrow(NotFound::new);
        Office office = new Office(
                person,
                wanted.kind(),
                township(user, wanted),
                wanted.title(),
                wanted.from(),
                wanted.to(),
                user,
                clock.instant());
        save(person, office);
        trail.record(event("posting.people.officeProposed", person, office));
        return office.id();
    }

    private @Nullable UUID township(CurrentUser user, ProposeOffice wanted) {
        return wanted.kind().isOfTownship() && wanted.township() != null
                ? places.township(user.scope(), wanted.township(), wanted.from())
                : null;
    }

    /**
     * Confirms that somebody holds an office.
     *
     * @throws SecondPersonNeeded for the proposer
     * @throws AlreadyConfirmed when somebody was quicker
     * @throws ProposalWithdrawn when it was taken back
     * @throws OfficeHeldAlready when the person holds it in that time already
     * @throws PartySecretaryThere when the township has another Party secretary in that time
     */
    @MayEditPeople
    public void confirm(CurrentUser user, UUID personId, UUID officeId) {
        Person person = people.findById(user.scope(), personId).orElseThrow(NotFound::new);
        Office office = offices.findById(user.scope(), personId, officeId).orElseThrow(NotFound::new);
        office.confirm(user, clock.instant());
        save(person, office);
        trail.record(event("posting.people.officeConfirmed", person, office)
                .with("proposedBy", office.confirmation().proposedByName()));
    }

    /**
     * Takes the own proposal back.
     *
     * @throws NotTheProposer for anybody else
     */
    @MayEditPeople
    public void withdraw(CurrentUser user, UUID personId, UUID officeId) {
        Person person = people.findById(user.scope(), personId).orElseThrow(NotFound::new);
        Office office = offices.findById(user.scope(), personId, officeId).orElseThrow(NotFound::new);
        office.withdraw(user, clock.instant());
        save(person, office);
        trail.record(event("posting.people.officeWithdrawn", person, office));
    }

    /**
     * Proposes the end of an office. Without effect until a second organizer confirms it.
     *
     * @param endsOn first day on which it is held no more
     * @return the id of the proposal
     * @throws OfficeNotConfirmed when the office does not count yet
     * @throws OfficeEnded when it ends already
     * @throws DatesOutOfOrder for a day that is not after its first
     * @throws EndProposedAlready while another end is proposed
     */
    @MayEditPeople
    public UUID proposeEnd(CurrentUser user, UUID personId, UUID officeId, LocalDate endsOn, String reason) {
        Person person = people.findById(user.scope(), personId).orElseThrow(NotFound::new);
        Office office = offices.findById(user.scope(), personId, officeId).orElseThrow(NotFound::new);
        OfficeEnd end = new OfficeEnd(office, endsOn, reason, user, clock.instant());
        save(end);
        trail.record(event("posting.people.endProposed", person, office, end).with("reason", reason));
        return end.id();
    }

    /**
     * Confirms the end of an office.
     *
     * @throws SecondPersonNeeded for the proposer
     * @throws AlreadyConfirmed when somebody was quicker
     * @throws ProposalWithdrawn when it was taken back
     */
    @MayEditPeople
    public void confirmEnd(CurrentUser user, UUID personId, UUID officeId, UUID endId) {
        Person person = people.findById(user.scope(), personId).orElseThrow(NotFound::new);
        Office office = offices.findById(user.scope(), personId, officeId).orElseThrow(NotFound::new);
        OfficeEnd end = ends.findById(user.scope(), officeId, endId).orElseThrow(NotFound::new);
        end.confirm(office, user, clock.instant());
        // written first: the database lets an office be changed by a confirmed end only
        save(end);
        office.end(end);
        save(person, office);
        trail.record(event("posting.people.endConfirmed", person, office, end)
                .with("proposedBy", end.confirmation().proposedByName()));
    }

    /**
     * Takes the own proposal of an end back.
     *
     * @throws NotTheProposer for anybody else
     */
    @MayEditPeople
    public void withdrawEnd(CurrentUser user, UUID personId, UUID officeId, UUID endId) {
        Person person = people.findById(user.scope(), personId).orElseThrow(NotFound::new);
        Office office = offices.findById(user.scope(), personId, officeId).orElseThrow(NotFound::new);
        OfficeEnd end = ends.findById(user.scope(), officeId, endId).orElseThrow(NotFound::new);
        end.withdraw(user, clock.instant());
        save(end);
        trail.record(event("posting.people.endWithdrawn", person, office, end));
    }

    private void save(Person person, Office office) {
        try {
            offices.saveAndFlush(office);
        } catch (OptimisticLockingFailureException quicker) {
            throw offices.overtaken(office.id());
        } catch (DataIntegrityViolationException broken) {
            throw refusal(person, broken);
        }
    }

    private static RuntimeException refusal(Person person, DataIntegrityViolationException broken) {
        if (Constraint.isBroken("person_office_one_open_proposal", broken)) {
            return new OfficeProposedAlready(person.name());
        }
        if (Constraint.isBroken("person_office_once_at_a_time", broken)) {
            return new OfficeHeldAlready(person.name());
        }
        return Constraint.isBroken("person_office_one_party_secretary_per_township", broken)
                ? new PartySecretaryThere()
                : broken;
    }

    private void save(OfficeEnd end) {
        try {
            ends.saveAndFlush(end);
        } catch (OptimisticLockingFailureException quicker) {
            throw ends.overtaken(end.id());
        } catch (DataIntegrityViolationException waits) {
            throw Constraint.isBroken("person_office_end_one_open_proposal", waits) ? new EndProposedAlready() : waits;
        }
    }

    private static TrailEvent event(String action, Person person, Office office, OfficeEnd end) {
        return event(action, person, office).with("validTo", end.endsOn());
    }

    private static TrailEvent event(String action, Person person, Office office) {
        TrailEvent event = TrailEvent.of(action, person.name(), person.id())
                .with("office", office.title())
                .with("kind", office.kind())
                .with("validFrom", office.validFrom());
        return office.validTo().map(day -> event.with("validTo", day)).orElse(event);
    }
}
