package org.xuanpai.posting.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.posting.EndKind;
import org.xuanpai.posting.MayArrangePostings;
import org.xuanpai.posting.ProcedureView;
import org.xuanpai.posting.StepEntry;
import org.xuanpai.posting.StepKind;
import org.xuanpai.posting.StepNotOpen;
import org.xuanpai.posting.entity.Posting;
import org.xuanpai.posting.repository.ObjectionRepository;
import org.xuanpai.shared.CurrentUser;

/** What is done about one posting: the talk, the notice of appointment, the announcement, and the term. */
@Service
@Transactional
public class PostingService {

    private final PostingStore store;
    private final ObjectionRepository objections;
    private final Procedures procedures;
    private final Candidates candidates;
    private final AuditTrail trail;
    private final Clock clock;

    PostingService(
            PostingStore store,
            ObjectionRepository objections,
            Procedures procedures,
            Candidates candidates,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.objections = objections;
        this.procedures = procedures;
        this.candidates = candidates;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Records the talk or the notice of appointment.
     *
     * @throws StepNotOpen at another time, the notice of appointment before the public notice has run
     * @throws org.xuanpai.posting.ObjectionsOpen for the notice of appointment while an objection stands in the way
     */
    @MayArrangePostings
    public void record(CurrentUser user, UUID id, StepKind kind, StepEntry entry) {
        if (kind != StepKind.TALK && kind != StepKind.APPOINTMENT) {
            throw new StepNotOpen();
        }
        Posting posting = store.handled(user, id);
        if (kind == StepKind.APPOINTMENT) {
            posting.mustHaveNoObjections(objections.inTheWay(id));
        }
        posting.record(kind, entry, ProcedureView.USUAL, user, clock.instant(), today());
        store.save(posting);
        trail.record(store.event(kind, user, posting, entry));
    }

    /**
     * Records that it was announced in the township; the rights of the office begin with its first day.
     *
     * @param office the first day in office
     * @throws StepNotOpen before the notice is closed
     * @throws org.xuanpai.posting.ObjectionsOpen while an objection stands in the way
     * @throws org.xuanpai.posting.TalkMissing before the talk
     * @throws org.xuanpai.posting.AppointmentMissing before the notice of appointment
     * @throws org.xuanpai.posting.NotIndustrial when the township is of another type by now
     * @throws org.xuanpai.posting.NotPostable when the person holds none of the offices by now
     * @throws org.xuanpai.posting.TownshipTaken while another is First Secretary there
     * @throws org.xuanpai.posting.PersonTaken while the person is First Secretary elsewhere
     */
    @MayArrangePostings
    public void announce(CurrentUser user, UUID id, LocalDate office, StepEntry entry) {
        Posting posting = store.handled(user, id);
        ProcedureView procedure = procedures.of(user, store.round(user, Objects.requireNonNull(posting.roundId())));
        posting.announce(
                procedures.end(posting.notice()),
                objections.inTheWay(id),
                office,
                entry,
                procedure,
                user,
                clock.instant(),
                clock.getZone());
        candidates.mustStillFit(user, posting, entry.onDay());
        store.save(posting);
        trail.record(store.event(StepKind.ANNOUNCED, user, posting, entry).with("from", office));
    }

    /**
     * Withdraws a posting that is not announced; rights that the notice gave end now.
     *
     * @throws StepNotOpen once it is announced
     */
    @MayArrangePostings
    public void withdraw(CurrentUser user, UUID id, StepEntry entry) {
        Posting posting = store.handled(user, id);
        posting.withdraw(entry, user, clock.instant(), today());
        store.save(posting);
        trail.record(store.event(StepKind.WITHDRAWN, user, posting, entry));
    }

    /**
     * Moves the expected end of a term, by a decision.
     *
     * @throws StepNotOpen without an office that lasts
     * @throws org.xuanpai.posting.TermOutOfRange for a day before the present end, or years away
     */
    @MayArrangePostings
    public void extend(CurrentUser user, UUID id, LocalDate until, StepEntry entry) {
        Posting posting = store.posting(user, id);
        posting.extend(until, entry, user, clock.instant(), today());
        store.save(posting);
        trail.record(store.event(StepKind.EXTENDED, user, posting, entry).with("until", until));
    }

    /**
     * Ends a term, by a decision; the rights end with its last day.
     *
     * @throws StepNotOpen without an office that lasts
     * @throws org.xuanpai.posting.EndDecided when that was decided before
     * @throws org.xuanpai.posting.TermOutOfRange for a day before the office began, or years away
     */
    @MayArrangePostings
    public void end(CurrentUser user, UUID id, EndKind kind, LocalDate lastDay, StepEntry entry) {
        Posting posting = store.posting(user, id);
        posting.end(kind, lastDay, entry, user, clock.instant(), clock.getZone());
        store.save(posting);
        trail.record(store.event(StepKind.ENDED, user, posting, entry)
                .with("kind", kind)
                .with("until", lastDay));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
