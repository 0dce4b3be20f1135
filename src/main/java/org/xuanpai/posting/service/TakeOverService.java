package org.xuanpai.posting.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.posting.MayArrangePostings;
import org.xuanpai.posting.StepEntry;
import org.xuanpai.posting.StepNotOpen;
import org.xuanpai.posting.entity.Posting;
import org.xuanpai.posting.people.PersonCard;
import org.xuanpai.shared.CurrentUser;

/** Takes over what began before postings were kept here (补录): entered by one organizer, confirmed by a second. */
@Service
@Transactional
public class TakeOverService {

    private final PostingStore store;
    private final Candidates candidates;
    private final AuditTrail trail;
    private final Clock clock;

    TakeOverService(PostingStore store, Candidates candidates, AuditTrail trail, Clock clock) {
        this.store = store;
        this.candidates = candidates;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Enters an office that lasts or is over. Without effect until a second organizer confirms it.
     *
     * @throws org.xuanpai.posting.NotPostable when the person held none of the offices on its first day (clause B1)
     * @throws org.xuanpai.posting.NotIndustrial when the township was of another type then (clause A1)
     * @throws org.xuanpai.posting.StepInFuture when it would begin or end in the future
     * @throws org.xuanpai.posting.TermOutOfRange for dates that are not in order
     */
    @MayArrangePostings
    public UUID propose(CurrentUser user, TakeOver wanted) {
        PersonCard person = candidates.mustFit(user, wanted.personId(), wanted.townshipId(), wanted.from());
        Posting posting = Posting.takeOver(
                user.scope().counties().iterator().next(),
                new Posting.Candidate(
                        person.id(), person.name(), wanted.townshipId(), wanted.reasons(), person.titles()),
                new Posting.Term(wanted.from(), wanted.expectedEnd(), wanted.endedOn(), wanted.endKind()),
                wanted.entry(),
                user,
                clock.instant(),
                today());
        store.save(posting);
        trail.record(store.event("posting.takeOverProposed", user, posting, wanted.entry()));
        return posting.id();
    }

    /**
     * Confirms it: the office counts, and gives its rights as long as it lasts.
     *
     * @throws org.xuanpai.shared.SecondPersonNeeded for whoever entered it
     * @throws org.xuanpai.shared.AlreadyConfirmed when somebody was quicker
     * @throws org.xuanpai.posting.TownshipTaken when another was First Secretary there at that time
     * @throws org.xuanpai.posting.PersonTaken when the person was First Secretary elsewhere at that time
     */
    @MayArrangePostings
    public void confirm(CurrentUser user, UUID id) {
        Posting posting = store.posting(user, id);
        posting.confirm(user, clock.instant(), clock.getZone());
        store.save(posting);
        trail.record(store.event("posting.takenOver", user, posting, StepEntry.of(today(), "", "", ""))
                .with("proposedBy", posting.confirmation().proposedByName()));
    }

    /**
     * Takes the own entry back.
     *
     * @throws org.xuanpai.shared.NotTheProposer for anybody else
     * @throws StepNotOpen when it counts already
     */
    @MayArrangePostings
    public void withdraw(CurrentUser user, UUID id) {
        Posting posting = store.posting(user, id);
        if (!posting.isTakenOver()) {
            throw new StepNotOpen();
        }
        StepEntry entry = StepEntry.of(today(), "", "", "");
        posting.withdraw(entry, user, clock.instant(), today());
        store.save(posting);
        trail.record(store.event("posting.takeOverWithdrawn", user, posting, entry));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
