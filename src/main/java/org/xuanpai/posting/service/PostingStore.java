package org.xuanpai.posting.service;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.platform.Constraint;
import org.xuanpai.posting.HoldsAdministratorDuty;
import org.xuanpai.posting.PersonTaken;
import org.xuanpai.posting.PostedTwice;
import org.xuanpai.posting.StepEntry;
import org.xuanpai.posting.StepKind;
import org.xuanpai.posting.TownshipTaken;
import org.xuanpai.posting.entity.Posting;
import org.xuanpai.posting.entity.PostingRound;
import org.xuanpai.posting.repository.PostingRepository;
import org.xuanpai.posting.repository.RoundOrganizers;
import org.xuanpai.posting.repository.RoundRepository;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.StaleVersion;

/** Finds and keeps postings, and says in our words what the database refuses. */
@Component
class PostingStore {

    private final PostingRepository postings;
    private final RoundRepository rounds;
    private final RoundOrganizers organizers;
    private final Candidates candidates;

    PostingStore(
            PostingRepository postings, RoundRepository rounds, RoundOrganizers organizers, Candidates candidates) {
        this.postings = postings;
        this.rounds = rounds;
        this.organizers = organizers;
        this.candidates = candidates;
    }

    /** A round of which whoever acts is an organizer; any other looks like none. */
    PostingRound round(CurrentUser user, UUID id) {
        PostingRound round = rounds.findById(user.scope(), id).orElseThrow(NotFound::new);
        if (!organizers.organizes(id)) {
            throw new NotFound();
        }
        return round;
    }

    /** A posting that whoever acts knows of. */
    Posting posting(CurrentUser user, UUID id) {
        Posting posting = postings.findById(user.scope(), id).orElseThrow(NotFound::new);
        candidates.mustNotBeOneself(user, posting.personId());
        return posting;
    }

    /** A posting in a round of which whoever acts is an organizer. */
    Posting handled(CurrentUser user, UUID id) {
        Posting posting = posting(user, id);
        UUID round = posting.roundId();
        if (round == null || !organizers.organizes(round)) {
            throw new NotFound();
        }
        return posting;
    }

    /** What goes through the steps of a round still. */
    List<Posting> open(CurrentUser user, PostingRound round) {
        List<Posting> open = postings.findByRound(user.scope(), round.id()).stream()
                .filter(posting -> posting.stateAt(Instant.MIN).isOpen())
                .toList();
        open.forEach(posting -> candidates.mustNotBeOneself(user, posting.personId()));
        return open;
    }

    void save(Posting posting) {
        refusing(() -> postings.saveAndFlush(posting));
    }

    void saveAll(List<Posting> all) {
        refusing(() -> postings.saveAllAndFlush(all));
    }

    /** Of a posting that is not public nobody but its organizers learns more than that there is a round. */
    TrailEvent event(String action, CurrentUser user, Posting posting, StepEntry entry) {
        TrailEvent event =
                TrailEvent.of(action, subject(user, posting), posting.id()).with("onDay", entry.onDay());
        return posting.isPublic() && !entry.document().isBlank()
                ? event.with("document", entry.document().strip())
                : event;
    }

    TrailEvent event(StepKind kind, CurrentUser user, Posting posting, StepEntry entry) {
        return event("posting.recorded", user, posting, entry).with("step", kind);
    }

    String subject(CurrentUser user, Posting posting) {
        return posting.isPublic() ? posting.personName() + " " + candidates.township(user, posting.townshipId()) : "";
    }

    private static <T> T refusing(Supplier<T> save) {
        try {
            return save.get();
        } catch (OptimisticLockingFailureException quicker) {
            throw new StaleVersion();
        } catch (DataIntegrityViolationException refused) {
            if (Constraint.isBroken("posting_one_first_secretary_per_township", refused)) {
                throw new TownshipTaken();
            }
            if (Constraint.isBroken("posting_one_township_per_first_secretary", refused)) {
                throw new PersonTaken();
            }
            if (Constraint.isBroken("duty_once_at_a_time", refused)) {
                throw new PersonTaken();
            }
            if (Constraint.isBroken("posting_once_per_round_and_person", refused)) {
                throw new PostedTwice();
            }
            if (Constraint.isBroken("duty_administrators_hold_nothing_else", refused)) {
                throw new HoldsAdministratorDuty();
            }
            throw refused;
        }
    }
}
