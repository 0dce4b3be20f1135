package org.xuanpai.posting.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.account.Organizers.Organizer;
import org.xuanpai.division.TownshipView;
import org.xuanpai.posting.PostingState;
import org.xuanpai.posting.ProcedureView;
import org.xuanpai.posting.StepKind;
import org.xuanpai.posting.people.PersonCard;

/**
 * A round, for its organizers: who is in it, where it stands, and what can be recorded for all of them.
 *
 * @param done checks that are done for all that go through it
 * @param organizers names of those who handle it
 * @param others organizers of the county who do not know of it
 * @param people who may be posted today
 * @param townships where to
 */
public record RoundPage(
        UUID id,
        String title,
        ProcedureView procedure,
        List<Member> members,
        Set<StepKind> done,
        List<String> organizers,
        List<Organizer> others,
        List<PersonCard> people,
        List<TownshipView> townships,
        LocalDate today) {

    /** Where those stand that go through it together; {@code null} when none does. */
    public @Nullable PostingState state() {
        return members.stream()
                .map(Member::state)
                .filter(PostingState::isOpen)
                .findFirst()
                .orElse(null);
    }

    /** Whether somebody can be proposed still. */
    public boolean mayPropose() {
        return state() == null ? members.isEmpty() : state() == PostingState.PROPOSED;
    }

    /** Whether a check is done for all. */
    public boolean isDone(String check) {
        return done.contains(StepKind.valueOf(check));
    }

    /** What can be recorded now for all of them: the next step, checks that are missing, a further proposal. */
    public List<StepKind> steps() {
        PostingState state = state();
        List<StepKind> steps = new ArrayList<>();
        if (state != null) {
            StepKind.after(state).filter(StepKind::isOfRound).ifPresent(steps::add);
            EnumSet.range(StepKind.FILE_REVIEW, StepKind.COMPLAINTS).stream()
                    .filter(check -> check.isOpenIn(state) && !done.contains(check))
                    .forEach(steps::add);
        }
        if (mayPropose()) {
            steps.add(StepKind.PROPOSED);
        }
        return steps;
    }

    /** The one that the page offers. */
    public @Nullable StepKind step(@Nullable StepKind asked) {
        List<StepKind> steps = steps();
        if (asked != null && steps.contains(asked)) {
            return asked;
        }
        return steps.isEmpty() ? null : steps.get(0);
    }

    /** A posting of the round. */
    public record Member(UUID id, String personName, String township, PostingState state) {}
}
