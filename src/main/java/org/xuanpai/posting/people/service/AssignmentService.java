package org.xuanpai.posting.people.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.platform.Constraint;
import org.xuanpai.posting.people.AssignmentEnded;
import org.xuanpai.posting.people.AssignmentNotConfirmed;
import org.xuanpai.posting.people.AssignmentProposedAlready;
import org.xuanpai.posting.people.AssignmentThere;
import org.xuanpai.posting.people.DatesOutOfOrder;
import org.xuanpai.posting.people.MayEditPeople;
import org.xuanpai.posting.people.TownshipUnknown;
import org.xuanpai.posting.people.VillageUnknown;
import org.xuanpai.posting.people.entity.Assignment;
import org.xuanpai.posting.people.entity.Person;
import org.xuanpai.posting.people.repository.AssignmentRepository;
import org.xuanpai.posting.people.repository.PersonRepository;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.NotTheProposer;
import org.xuanpai.shared.ProposalWithdrawn;
import org.xuanpai.shared.SecondPersonNeeded;
import org.xuanpai.shared.StaleVersion;

/** Keeps liaisons and secondments, which give no rights (clause B3). */
@Service
@Transactional
public class AssignmentService {

    private final PersonRepository people;
    private final AssignmentRepository assignments;
    private final Places places;
    private final AuditTrail trail;
    private final Clock clock;

    AssignmentService(
            PersonRepository people, AssignmentRepository assignments, Places places, AuditTrail trail, Clock clock) {
        this.people = people;
        this.assignments = assignments;
        this.places = places;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Enters an assignment; it is on record when a second organizer has confirmed it.
     *
     * @return its id
     * @throws TownshipUnknown when the county has no such township on the first day
     * @throws VillageUnknown when the township has no village of that name
     * @throws DatesOutOfOrder when it would end before it begins
     * @throws AssignmentProposedAlready while the same one waits
     */
    @MayEditPeople
    public UUID propose(CurrentUser user, UUID personId, ProposeAssignment wanted) {
        Person person = people.findById(user.scope(), personId).orElseThrow(NotFound::new);
        UUID township = places.township(user.scope(), wanted.township(), wanted.from());
        Assignment assignment = new Assignment(
                person,
                wanted.kind(),
                township,
                wanted.village().isBlank() ? null : places.village(township, wanted.village()),
                wanted.from(),
                wanted.to(),
                wanted.document(),
                user,
                clock.instant());
        save(assignment);
        trail.record(
                event("posting.people.assignmentProposed", person, assignment).with("document", wanted.document()));
        return assignment.id();
    }

    /**
     * Confirms it.
     *
     * @throws SecondPersonNeeded for whoever entered it
     * @throws AlreadyConfirmed when somebody was quicker
     * @throws ProposalWithdrawn when it was taken back
     * @throws AssignmentThere when the person has the same one in that time
     */
    @MayEditPeople
    public void confirm(CurrentUser user, UUID personId, UUID assignmentId) {
        Person person = people.findById(user.scope(), personId).orElseThrow(NotFound::new);
        Assignment assignment =
                assignments.findById(user.scope(), personId, assignmentId).orElseThrow(NotFound::new);
        assignment.confirm(user, clock.instant());
        save(assignment);
        trail.record(event("posting.people.assignmentConfirmed", person, assignment)
                .with("proposedBy", assignment.confirmation().proposedByName()));
    }

    /**
     * Takes the own entry back while nobody has confirmed it.
     *
     * @throws NotTheProposer for anybody else
     */
    @MayEditPeople
    public void withdraw(CurrentUser user, UUID personId, UUID assignmentId) {
        Person person = people.findById(user.scope(), personId).orElseThrow(NotFound::new);
        Assignment assignment =
                assignments.findById(user.scope(), personId, assignmentId).orElseThrow(NotFound::new);
        assignment.withdraw(user, clock.instant());
        save(assignment);
        trail.record(event("posting.people.assignmentWithdrawn", person, assignment));
    }

    /**
     * Ends it, once.
     *
     * @param day first day on which it is no more
     * @throws AssignmentNotConfirmed when it does not count yet
     * @throws AssignmentEnded when it has an end already
     * @throws DatesOutOfOrder for a day that is not after its first
     */
    @MayEditPeople
    public void end(CurrentUser user, UUID personId, UUID assignmentId, LocalDate day) {
        Person person = people.findById(user.scope(), personId).orElseThrow(NotFound::new);
        Assignment assignment =
                assignments.findById(user.scope(), personId, assignmentId).orElseThrow(NotFound::new);
        assignment.end(day, user, clock.instant());
        try {
            assignments.saveAndFlush(assignment);
        } catch (OptimisticLockingFailureException quicker) {
            throw new StaleVersion();
        }
        trail.record(event("posting.people.assignmentEnded", person, assignment).with("validTo", day));
    }

    private void save(Assignment assignment) {
        try {
            assignments.saveAndFlush(assignment);
        } catch (OptimisticLockingFailureException quicker) {
            throw assignments.overtaken(assignment.id());
        } catch (DataIntegrityViolationException broken) {
            throw refusal(broken);
        }
    }

    private static RuntimeException refusal(DataIntegrityViolationException broken) {
        if (Constraint.isBroken("person_assignment_one_open_proposal", broken)) {
            return new AssignmentProposedAlready();
        }
        return Constraint.isBroken("person_assignment_once_at_a_time", broken) ? new AssignmentThere() : broken;
    }

    private static TrailEvent event(String action, Person person, Assignment assignment) {
        return TrailEvent.of(action, person.name(), person.id())
                .with("kind", assignment.kind())
                .with("validFrom", assignment.validFrom());
    }
}
