package org.xuanpai.posting.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.Organizers;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.posting.MayArrangePostings;
import org.xuanpai.posting.NotAnOrganizer;
import org.xuanpai.posting.NoticeEnd;
import org.xuanpai.posting.PostingState;
import org.xuanpai.posting.ProcedureView;
import org.xuanpai.posting.StepEntry;
import org.xuanpai.posting.StepKind;
import org.xuanpai.posting.StepNotOpen;
import org.xuanpai.posting.entity.Posting;
import org.xuanpai.posting.entity.PostingRound;
import org.xuanpai.posting.entity.ProcedureTemplate;
import org.xuanpai.posting.entity.PublicNotice;
import org.xuanpai.posting.people.PersonCard;
import org.xuanpai.posting.repository.RoundOrganizers;
import org.xuanpai.posting.repository.RoundRepository;
import org.xuanpai.shared.CurrentUser;

/** Takes the postings of a round through the steps together, up to the end of the notice. All of them, or none. */
@Service
@Transactional
public class RoundService {

    private final RoundRepository rounds;
    private final RoundOrganizers organizers;
    private final PostingStore store;
    private final Procedures procedures;
    private final Candidates candidates;
    private final Organizers county;
    private final AuditTrail trail;
    private final Clock clock;

    RoundService(
            RoundRepository rounds,
            RoundOrganizers organizers,
            PostingStore store,
            Procedures procedures,
            Candidates candidates,
            Organizers county,
            AuditTrail trail,
            Clock clock) {
        this.rounds = rounds;
        this.organizers = organizers;
        this.store = store;
        this.procedures = procedures;
        this.candidates = candidates;
        this.county = county;
        this.trail = trail;
        this.clock = clock;
    }

    /** Opens a round under the county's procedure of today; before the notice its opener alone knows of it. */
    @MayArrangePostings
    public UUID open(CurrentUser user, String title) {
        UUID template = procedures.on(user, today()).map(ProcedureTemplate::id).orElse(null);
        PostingRound round =
                new PostingRound(user.scope().counties().iterator().next(), title, template, user, clock.instant());
        rounds.saveAndFlush(round);
        trail.record(TrailEvent.of("posting.roundOpened", round.title(), round.id()));
        return round.id();
    }

    /**
     * Lets another organizer know of the round and handle it.
     *
     * @throws NotAnOrganizer for anybody who is no organizer of the county
     */
    @MayArrangePostings
    public void name(CurrentUser user, UUID roundId, UUID account) {
        PostingRound round = store.round(user, roundId);
        Organizers.Organizer other = county.of(user.scope()).stream()
                .filter(organizer -> organizer.accountId().equals(account))
                .findFirst()
                .orElseThrow(NotAnOrganizer::new);
        organizers.name(round, other.accountId(), other.name(), clock.instant());
        trail.record(event("posting.organizerNamed", round).with("organizer", other.name()));
    }

    /**
     * Proposes somebody for a township, as long as the round has taken no further step.
     *
     * @throws StepNotOpen once it has
     * @throws org.xuanpai.posting.NotPostable for whoever may not be posted (clause B1)
     * @throws org.xuanpai.posting.NotIndustrial for another type of township (clause A1)
     * @throws org.xuanpai.posting.PostedTwice when the person is in the round
     * @throws org.xuanpai.posting.OwnPosting for oneself
     */
    @MayArrangePostings
    public UUID propose(CurrentUser user, UUID roundId, ProposePosting wanted) {
        PostingRound round = store.round(user, roundId);
        if (store.open(user, round).stream().anyMatch(other -> state(other) != PostingState.PROPOSED)) {
            throw new StepNotOpen();
        }
        PersonCard person = candidates.mustFit(
                user, wanted.personId(), wanted.townshipId(), wanted.entry().onDay());
        String post = wanted.presentPost().isBlank() ? person.titles() : wanted.presentPost();
        Posting posting = Posting.propose(
                round,
                new Posting.Candidate(person.id(), person.name(), wanted.townshipId(), wanted.reasons(), post),
                wanted.entry(),
                user,
                clock.instant(),
                today());
        store.save(posting);
        trail.record(event("posting.proposed", round).with("posting", posting.id()));
        return posting.id();
    }

    /**
     * Records a step or a check for all postings of the round that go through it still.
     *
     * @throws StepNotOpen when it does not follow the state, or nothing is there to go through it
     * @throws org.xuanpai.posting.StepNotWaivable when it is left out and must not be
     * @throws org.xuanpai.posting.ChecksMissing when it decides before the four checks
     * @throws org.xuanpai.posting.QuorumMissing when it was no valid decision
     */
    @MayArrangePostings
    public void record(CurrentUser user, UUID roundId, StepKind kind, StepEntry entry) {
        PostingRound round = store.round(user, roundId);
        if (!kind.isOfRound() || kind == StepKind.NOTICE) {
            throw new StepNotOpen();
        }
        ProcedureView procedure = procedures.of(user, round);
        List<Posting> open = mustHaveSome(store.open(user, round));
        for (Posting posting : open) {
            if (kind == StepKind.NOTICE_CLOSED) {
                NoticeEnd end = procedures.end(posting.notice());
                posting.closeNotice(end, entry, user, clock.instant(), today());
            } else {
                posting.record(kind, entry, procedure, user, clock.instant(), today());
            }
        }
        store.saveAll(open);
        recorded(round, kind, entry, open.size());
    }

    /**
     * Publishes the notice of the round. From now on its postings are public.
     *
     * @throws StepNotOpen before the decision
     * @throws org.xuanpai.posting.NoticeTooEarly when it would run before it was published
     */
    @MayArrangePostings
    public void publish(CurrentUser user, UUID roundId, PublishNotice wanted) {
        PostingRound round = store.round(user, roundId);
        ProcedureView procedure = procedures.of(user, round);
        List<Posting> open = mustHaveSome(store.open(user, round));
        StepEntry entry = StepEntry.of(wanted.published(), wanted.body(), wanted.document(), "");
        for (Posting posting : open) {
            PublicNotice notice =
                    new PublicNotice(wanted.document(), wanted.covered(), wanted.published(), wanted.from(), procedure);
            posting.publish(notice, entry, user, clock.instant(), clock.getZone());
        }
        store.saveAll(open);
        recorded(round, StepKind.NOTICE, entry, open.size());
    }

    /**
     * Lets one posting go on alone, in a round of its own with the same organizers and procedure.
     *
     * @throws StepNotOpen once it is announced or withdrawn
     */
    @MayArrangePostings
    public UUID split(CurrentUser user, UUID postingId, String title) {
        Posting posting = store.handled(user, postingId);
        PostingRound from = store.round(user, Objects.requireNonNull(posting.roundId()));
        PostingRound alone = from.split(title, user, clock.instant());
        rounds.saveAndFlush(alone);
        organizers.copy(from.id(), alone.id());
        organizers.name(alone, user.accountId(), user.displayName(), clock.instant());
        posting.moveTo(alone);
        store.save(posting);
        trail.record(event("posting.split", from).with("round", alone.title()).with("posting", posting.id()));
        return alone.id();
    }

    private void recorded(PostingRound round, StepKind kind, StepEntry entry, int postings) {
        TrailEvent event = event("posting.roundRecorded", round)
                .with("step", kind)
                .with("onDay", entry.onDay())
                .with("postings", postings);
        trail.record(entry.waived() == null ? event : event.with("waived", true));
    }

    private static TrailEvent event(String action, PostingRound round) {
        return TrailEvent.of(action, round.title(), round.id());
    }

    private static List<Posting> mustHaveSome(List<Posting> open) {
        if (open.isEmpty()) {
            throw new StepNotOpen();
        }
        return new ArrayList<>(open);
    }

    private PostingState state(Posting posting) {
        return posting.stateAt(clock.instant());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
