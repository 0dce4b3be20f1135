package org.xuanpai.posting;

import static org.xuanpai.posting.PostingState.*;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is done and recorded about a posting: steps that lead to a state, and what has to be there beside them. */
public enum StepKind {
    PROPOSED(PostingState.PROPOSED),
    DELIBERATED(PostingState.DELIBERATED),
    CITY_CONSENTED(PostingState.CITY_CONSENTED),
    RECOMMENDED(PostingState.RECOMMENDED),
    INSPECTED(PostingState.INSPECTED),
    /** 档案必审. */
    FILE_REVIEW(EnumSet.range(PostingState.PROPOSED, PostingState.INSPECTED)),
    /** 个人有关事项必核. */
    PERSONAL_MATTERS(EnumSet.range(PostingState.PROPOSED, PostingState.INSPECTED)),
    /** 纪检监察意见必听. */
    DISCIPLINE_OPINION(EnumSet.range(PostingState.PROPOSED, PostingState.INSPECTED)),
    /** 信访举报必查. */
    COMPLAINTS(EnumSet.range(PostingState.PROPOSED, PostingState.INSPECTED)),
    DECIDED(PostingState.DECIDED),
    NOTICE(PostingState.NOTICE),
    NOTICE_CLOSED(PostingState.NOTICE_CLOSED),
    /** 任职谈话. */
    TALK(EnumSet.of(PostingState.NOTICE, PostingState.NOTICE_CLOSED)),
    /** 任职通知, issued only after the notice. */
    APPOINTMENT(EnumSet.of(PostingState.NOTICE_CLOSED)),
    /** The meeting in the township. */
    ANNOUNCED(PostingState.ANNOUNCED),
    EXTENDED(EnumSet.of(PostingState.ANNOUNCED, IN_OFFICE)),
    /** The decision that ends the term. */
    ENDED(EnumSet.of(PostingState.ANNOUNCED, IN_OFFICE)),
    WITHDRAWN(PostingState.WITHDRAWN),
    /** Entered afterwards (补录). */
    TAKEN_OVER(EnumSet.noneOf(PostingState.class));

    /** What has to be done before a decision (凡提四必). */
    public static final Set<StepKind> CHECKS = Set.copyOf(EnumSet.range(FILE_REVIEW, COMPLAINTS));

    /** What a county may let be waived with a reason; the rest is never waived. */
    public static final Set<StepKind> WAIVABLE = Set.copyOf(EnumSet.range(DELIBERATED, COMPLAINTS));

    private final @Nullable PostingState state;
    private final Set<PostingState> open;

    StepKind(PostingState state) {
        this.state = state;
        this.open = EnumSet.noneOf(PostingState.class);
    }

    StepKind(Set<PostingState> open) {
        this.state = null;
        this.open = open;
    }

    /** The state that it leads to; empty for what is recorded beside the states. */
    public Optional<PostingState> state() {
        return Optional.ofNullable(state);
    }

    /** Whether it can be recorded in a state. */
    public boolean isOpenIn(PostingState now) {
        return state == null ? open.contains(now) : now.mayBecome(state);
    }

    public boolean isCheck() {
        return CHECKS.contains(this);
    }

    public boolean isWaivable() {
        return WAIVABLE.contains(this);
    }

    /** Whether all postings of a round go through it together. */
    public boolean isOfRound() {
        return isCheck() || compareTo(PROPOSED) > 0 && compareTo(NOTICE_CLOSED) <= 0;
    }

    /** The step that leads from a state to the next one of the procedure. */
    public static Optional<StepKind> after(PostingState state) {
        return EnumSet.range(PROPOSED, ANNOUNCED).stream()
                .filter(kind -> kind.state != null && state.mayBecome(kind.state))
                .findFirst();
    }
}
