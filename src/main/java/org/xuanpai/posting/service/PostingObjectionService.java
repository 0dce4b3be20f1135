package org.xuanpai.posting.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.posting.MayArrangePostings;
import org.xuanpai.posting.ObjectionConcluded;
import org.xuanpai.posting.ObjectionWay;
import org.xuanpai.posting.entity.Objection;
import org.xuanpai.posting.entity.Posting;
import org.xuanpai.posting.repository.ObjectionRepository;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;

/** Objections to a posting, recorded and concluded by the organizers of its round; nobody else sees them. */
@Service
@Transactional
public class PostingObjectionService {

    private final PostingStore store;
    private final ObjectionRepository objections;
    private final AuditTrail trail;
    private final Clock clock;

    PostingObjectionService(PostingStore store, ObjectionRepository objections, AuditTrail trail, Clock clock) {
        this.store = store;
        this.objections = objections;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Records an objection; from now on it stands in the way of the announcement.
     *
     * @throws org.xuanpai.posting.StepNotOpen when there is no notice, or it is announced
     */
    @MayArrangePostings
    public UUID receive(
            CurrentUser user, UUID posting, LocalDate day, ObjectionWay way, boolean anonymous, String content) {
        Posting against = store.handled(user, posting);
        Objection objection =
                new Objection(against, day, way, anonymous, content, user, clock.instant(), LocalDate.now(clock));
        objections.saveAndFlush(objection);
        // what it says stays with those who handle it
        trail.record(
                TrailEvent.of("posting.objectionReceived", "", against.id()).with("objection", objection.id()));
        return objection.id();
    }

    /**
     * Concludes an objection.
     *
     * @param harmless whether the posting can go on
     * @throws ObjectionConcluded when that was done before
     */
    @MayArrangePostings
    public void conclude(
            CurrentUser user, UUID posting, UUID id, String investigation, String conclusion, boolean harmless) {
        store.handled(user, posting);
        Objection objection = objections.findById(user.scope(), posting, id).orElseThrow(NotFound::new);
        objection.conclude(investigation, conclusion, harmless, user, clock.instant());
        try {
            objections.saveAndFlush(objection);
        } catch (OptimisticLockingFailureException quicker) {
            throw new ObjectionConcluded();
        }
        trail.record(TrailEvent.of("posting.objectionConcluded", "", posting).with("objection", objection.id()));
    }
}
