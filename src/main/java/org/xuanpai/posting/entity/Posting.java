package org.xuanpai.posting.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.AppointmentMissing;
import org.xuanpai.posting.ChecksMissing;
import org.xuanpai.posting.EndDecided;
import org.xuanpai.posting.EndKind;
import org.xuanpai.posting.NoticeEnd;
import org.xuanpai.posting.NoticeEndUnknown;
import org.xuanpai.posting.NoticeStillRunning;
import org.xuanpai.posting.ObjectionsOpen;
import org.xuanpai.posting.OfficeOutOfRange;
import org.xuanpai.posting.PostingReason;
import org.xuanpai.posting.PostingState;
import org.xuanpai.posting.ProcedureView;
import org.xuanpai.posting.QuorumMissing;
import org.xuanpai.posting.StepEntry;
import org.xuanpai.posting.StepInFuture;
import org.xuanpai.posting.StepKind;
import org.xuanpai.posting.StepNotOpen;
import org.xuanpai.posting.StepNotWaivable;
import org.xuanpai.posting.StepsOutOfOrder;
import org.xuanpai.posting.TalkMissing;
import org.xuanpai.posting.TermOutOfRange;
import org.xuanpai.posting.TermStart;
import org.xuanpai.shared.Confirmation;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Proposal;

/**
 * Somebody on the way to, in, or after the office of First Secretary of a township. It goes from state to state by steps that
 * are recorded and never change; what follows from dates is read from them. The database repeats every rule that is here.
 */
@Entity
public class Posting {

    /** How long after the announcement an office may begin. */
    private static final int DAYS_TO_OFFICE = 31;

    private static final int LONGEST_TERM = 10;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID countyId;

    private @Nullable UUID roundId;

    @Column(updatable = false)
    private UUID personId;

    @Column(updatable = false)
    private String personName;

    @Column(updatable = false)
    private UUID townshipId;

    @Column(updatable = false)
    private boolean takenOver;

    @Enumerated(EnumType.STRING)
    private PostingState state;

    @Column(updatable = false)
    private String reasons;

    private String presentPost;

    @Embedded
    private @Nullable PublicNotice notice;

    private @Nullable LocalDate termFrom;
    private @Nullable LocalDate expectedEnd;
    private @Nullable LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable EndKind endKind;

    private @Nullable Instant publishedAt;
    private @Nullable Instant designateFrom;
    private @Nullable Instant officeFrom;
    private @Nullable Instant officeTo;

    @Embedded
    private Proposal proposal;

    @ElementCollection
    @CollectionTable(name = "posting_step", joinColumns = @JoinColumn(name = "posting_id"))
    @OrderColumn(name = "position")
    private List<PostingStep> steps = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Posting() {}

    private Posting(UUID countyId, Candidate who, boolean takenOver, CurrentUser user, Instant now) {
        this.id = Ids.next();
        this.countyId = countyId;
        this.personId = who.personId();
        this.personName = who.name();
        this.townshipId = who.townshipId();
        this.takenOver = takenOver;
        this.state = PostingState.PROPOSED;
        this.reasons = EnumSet.copyOf(who.reasons()).stream().map(Enum::name).collect(Collectors.joining(","));
        this.presentPost = who.presentPost().strip();
        this.proposal = new Proposal(user, now);
    }

    /**
     * Proposes somebody in a round; whether they may be posted there the service asked before.
     *
     * @throws StepInFuture when the proposal is of a day to come
     */
    public static Posting propose(
            PostingRound round, Candidate who, StepEntry entry, CurrentUser user, Instant now, LocalDate today) {
        mustHaveHappened(entry, today);
        Posting posting = new Posting(round.countyId(), who, false, user, now);
        posting.roundId = round.id();
        posting.steps.add(new PostingStep(posting.countyId, StepKind.PROPOSED, entry, user, now));
        return posting;
    }

    /**
     * Enters an office that began before postings were kept here; without effect until a second person confirms it.
     *
     * @throws StepInFuture when it would begin or end in the future, or its paper is of a day to come
     * @throws TermOutOfRange for dates that are not in order
     */
    public static Posting takeOver(
            UUID countyId, Candidate who, Term term, StepEntry entry, CurrentUser user, Instant now, LocalDate today) {
        mustHaveHappened(entry, today);
        LocalDate last = term.endedOn();
        if (term.from().isAfter(today) || last != null && last.isAfter(today)) {
            throw new StepInFuture(today);
        }
        Posting posting = new Posting(countyId, who, true, user, now);
        posting.termFrom = term.from();
        posting.expectedEnd = term.expectedEnd();
        posting.mustBeATerm(term.expectedEnd());
        if (last != null) {
            if (last.isBefore(term.from())) {
                throw new TermOutOfRange(term.from(), today);
            }
            posting.endedOn = last;
            posting.endKind = Objects.requireNonNull(term.endKind());
        }
        posting.steps.add(new PostingStep(countyId, StepKind.TAKEN_OVER, entry, user, now));
        return posting;
    }

    /**
     * Puts what was taken over into effect.
     *
     * @throws org.xuanpai.shared.SecondPersonNeeded for whoever entered it
     * @throws org.xuanpai.shared.AlreadyConfirmed when somebody was quicker
     * @throws StepNotOpen when it was taken back
     */
    public void confirm(CurrentUser second, Instant now, ZoneId zone) {
        if (!takenOver || state == PostingState.WITHDRAWN) {
            throw new StepNotOpen();
        }
        proposal.confirm(second, now);
        this.state = PostingState.ANNOUNCED;
        this.publishedAt = now;
        this.officeFrom = Objects.requireNonNull(termFrom).atStartOfDay(zone).toInstant();
        this.officeTo = endedOn == null ? null : dayAfter(endedOn, zone);
    }

    /**
     * Records a step that needs nothing beside its entry.
     *
     * @throws StepNotOpen when it does not follow the state
     * @throws StepInFuture for a day to come
     * @throws StepsOutOfOrder for a day before the step it follows
     * @throws StepNotWaivable when it is left out and must not be
     * @throws ChecksMissing when a decision is recorded before the four checks
     * @throws QuorumMissing when a decision was no valid one
     */
    public void record(
            StepKind kind, StepEntry entry, ProcedureView procedure, CurrentUser user, Instant now, LocalDate today) {
        if (entry.waived() != null && !procedure.mayWaive(kind)) {
            throw new StepNotWaivable();
        }
        mustBeOpen(kind, now);
        if (kind == StepKind.DECIDED) {
            mustBeDecided(entry, procedure);
        }
        add(kind, entry, user, now, today);
    }

    private void mustBeDecided(StepEntry entry, ProcedureView procedure) {
        if (!kinds().containsAll(StepKind.CHECKS)) {
            throw new ChecksMissing();
        }
        StepEntry.Meeting meeting = entry.meeting();
        if (meeting == null || !meeting.isValid() || procedure.votes() && meeting.agree() == null) {
            throw new QuorumMissing();
        }
    }

    /**
     * Publishes the notice; from now on the posting is public, and from its first day the person reads the township's dossier.
     *
     * @throws StepNotOpen before the decision
     */
    public void publish(PublicNotice published, StepEntry entry, CurrentUser user, Instant now, ZoneId zone) {
        mustBeOpen(StepKind.NOTICE, now);
        add(StepKind.NOTICE, entry, user, now, now.atZone(zone).toLocalDate());
        this.notice = published;
        this.publishedAt = now;
        this.designateFrom = published.from().atStartOfDay(zone).toInstant();
    }

    /**
     * Closes the notice.
     *
     * @param end its last day by the calendar
     * @throws StepNotWaivable when it is left out
     * @throws NoticeEndUnknown while the calendar it runs into is missing
     * @throws NoticeStillRunning on or before its last day
     */
    public void closeNotice(NoticeEnd end, StepEntry entry, CurrentUser user, Instant now, LocalDate today) {
        mustBeOpen(StepKind.NOTICE_CLOSED, now);
        if (entry.waived() != null) {
            throw new StepNotWaivable();
        }
        mustHaveRun(end, entry.onDay());
        add(StepKind.NOTICE_CLOSED, entry, user, now, today);
    }

    /** @throws ObjectionsOpen while there are any */
    public void mustHaveNoObjections(long objections) {
        if (objections > 0) {
            throw new ObjectionsOpen(objections);
        }
    }

    private static void mustHaveRun(NoticeEnd end, LocalDate day) {
        if (end.missingYear() != null) {
            throw new NoticeEndUnknown(end.missingYear());
        }
        if (!day.isAfter(end.lastDay())) {
            throw new NoticeStillRunning(end.lastDay());
        }
    }

    /**
     * Records that the organization department announced it in the township (clause B4).
     *
     * @param end the last day of the notice by the calendar
     * @param objections those that nobody has concluded, or that stand in the way
     * @param office the first day in office
     * @throws NoticeStillRunning on or before the last day of the notice
     * @throws ObjectionsOpen while there are any
     * @throws TalkMissing before the talk
     * @throws AppointmentMissing before the notice of appointment
     * @throws OfficeOutOfRange for a first day before the announcement or long after it
     */
    public void announce(
            NoticeEnd end,
            long objections,
            LocalDate office,
            StepEntry entry,
            ProcedureView procedure,
            CurrentUser user,
            Instant now,
            ZoneId zone) {
        mustBeOpen(StepKind.ANNOUNCED, now);
        mustHaveRun(end, entry.onDay());
        mustHaveNoObjections(objections);
        if (!kinds().contains(StepKind.TALK)) {
            throw new TalkMissing();
        }
        if (!kinds().contains(StepKind.APPOINTMENT)) {
            throw new AppointmentMissing();
        }
        LocalDate latest = entry.onDay().plusDays(DAYS_TO_OFFICE);
        if (office.isBefore(entry.onDay()) || office.isAfter(latest)) {
            throw new OfficeOutOfRange(entry.onDay(), latest);
        }
        add(StepKind.ANNOUNCED, entry, user, now, now.atZone(zone).toLocalDate());
        this.termFrom = procedure.termStart() == TermStart.DECISION ? dayOf(StepKind.DECIDED) : office;
        this.expectedEnd = termFrom.plusYears(procedure.termYears()).minusDays(1);
        this.officeFrom = office.atStartOfDay(zone).toInstant();
    }

    /**
     * Withdraws it; its rights, if any had begun, end now.
     *
     * @throws StepNotOpen once it is announced
     * @throws org.xuanpai.shared.NotTheProposer when it is taken over, for anybody but whoever entered it
     */
    public void withdraw(StepEntry entry, CurrentUser user, Instant now, LocalDate today) {
        mustBeOpen(StepKind.WITHDRAWN, now);
        add(StepKind.WITHDRAWN, entry, user, now, today);
        if (takenOver) {
            proposal.withdrawOwn(user, now);
        } else {
            proposal.withdraw(now);
        }
    }

    /**
     * Moves the expected end, by a decision.
     *
     * @throws TermOutOfRange for a day before the present end, or years away
     */
    public void extend(LocalDate until, StepEntry entry, CurrentUser user, Instant now, LocalDate today) {
        mustBeOpen(StepKind.EXTENDED, now);
        mustNotBeEnded();
        if (!until.isAfter(Objects.requireNonNull(expectedEnd))) {
            throw new TermOutOfRange(expectedEnd.plusDays(1), longest());
        }
        mustBeATerm(until);
        add(StepKind.EXTENDED, entry, user, now, today);
        this.expectedEnd = until;
    }

    /**
     * Ends the term, by a decision; the rights end with its last day.
     *
     * @param lastDay the last day in office, which may be still to come
     * @throws EndDecided when that was decided before
     * @throws TermOutOfRange for a day before the office began, or years away
     */
    public void end(EndKind kind, LocalDate lastDay, StepEntry entry, CurrentUser user, Instant now, ZoneId zone) {
        mustBeOpen(StepKind.ENDED, now);
        mustNotBeEnded();
        LocalDate first = Objects.requireNonNull(officeFrom).atZone(zone).toLocalDate();
        if (lastDay.isBefore(first) || lastDay.isAfter(longest())) {
            throw new TermOutOfRange(first, longest());
        }
        add(StepKind.ENDED, entry, user, now, now.atZone(zone).toLocalDate());
        this.endKind = kind;
        this.endedOn = lastDay;
        this.officeTo = dayAfter(lastDay, zone);
    }

    /** Goes on in another round; what it has done it has done. */
    public void moveTo(PostingRound other) {
        if (!state.isOpen()) {
            throw new StepNotOpen();
        }
        this.roundId = other.id();
    }

    private void mustBeOpen(StepKind kind, Instant now) {
        if (!kind.isOpenIn(stateAt(now))
                || takenOver && state != PostingState.ANNOUNCED && kind != StepKind.WITHDRAWN) {
            throw new StepNotOpen();
        }
    }

    private void mustNotBeEnded() {
        if (endedOn != null) {
            throw new EndDecided(endedOn);
        }
    }

    private void mustBeATerm(LocalDate end) {
        LocalDate from = Objects.requireNonNull(termFrom);
        if (end.isBefore(from) || end.isAfter(longest())) {
            throw new TermOutOfRange(from, longest());
        }
    }

    private LocalDate longest() {
        return Objects.requireNonNull(termFrom).plusYears(LONGEST_TERM);
    }

    private void add(StepKind kind, StepEntry entry, CurrentUser user, Instant now, LocalDate today) {
        mustHaveHappened(entry, today);
        LocalDate earliest = earliest(kind);
        if (entry.onDay().isBefore(earliest)) {
            throw new StepsOutOfOrder(earliest);
        }
        steps.add(new PostingStep(countyId, kind, entry, user, now));
        kind.state().ifPresent(next -> this.state = next);
    }

    /** A check may be done any time since the proposal; everything else follows what was done before it. */
    private LocalDate earliest(StepKind kind) {
        return steps.stream()
                .filter(step -> !kind.isCheck() || step.kind() == StepKind.PROPOSED)
                .filter(step -> kind == StepKind.DECIDED
                        || kind == StepKind.ANNOUNCED
                        || step.kind().state().isPresent()
                        || step.kind() == StepKind.TAKEN_OVER)
                .map(PostingStep::onDay)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    private static void mustHaveHappened(StepEntry entry, LocalDate today) {
        if (entry.onDay().isAfter(today)) {
            throw new StepInFuture(today);
        }
    }

    private LocalDate dayOf(StepKind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind)
                .map(PostingStep::onDay)
                .findFirst()
                .orElseThrow();
    }

    private Set<StepKind> kinds() {
        return steps.stream().map(PostingStep::kind).collect(Collectors.toCollection(HashSet::new));
    }

    private static Instant dayAfter(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Where it stands at an instant: an office begins and ends by itself at the instants that were decided. */
    public PostingState stateAt(Instant now) {
        if (state != PostingState.ANNOUNCED) {
            return state;
        }
        if (officeTo != null && !officeTo.isAfter(now)) {
            return PostingState.ENDED;
        }
        return Objects.requireNonNull(officeFrom).isAfter(now) ? PostingState.ANNOUNCED : PostingState.IN_OFFICE;
    }

    public UUID id() {
        return id;
    }

    public UUID countyId() {
        return countyId;
    }

    public @Nullable UUID roundId() {
        return roundId;
    }

    public UUID personId() {
        return personId;
    }

    public UUID townshipId() {
        return townshipId;
    }

    public boolean isTakenOver() {
        return takenOver;
    }

    /** Whether people outside the round may know of it. */
    public boolean isPublic() {
        return publishedAt != null;
    }

    public String personName() {
        return personName;
    }

    /** The notice that runs or ran. */
    public PublicNotice notice() {
        if (notice == null) {
            throw new StepNotOpen();
        }
        return notice;
    }

    public Confirmation confirmation() {
        return proposal.confirmation();
    }

    /**
     * Who goes where, and why.
     *
     * @param presentPost as a notice names it
     * @param reasons at least one
     */
    public record Candidate(
            UUID personId, String name, UUID townshipId, Collection<PostingReason> reasons, String presentPost) {}

    /**
     * A term that was or is.
     *
     * @param endedOn the last day; {@code null} while it lasts
     * @param endKind why it ended; with the last day and never without
     */
    public record Term(
            LocalDate from,
            LocalDate expectedEnd,
            @Nullable LocalDate endedOn,
            @Nullable EndKind endKind) {}
}
