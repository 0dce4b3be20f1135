package org.xuanpai.posting.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.NoticeEnd;
import org.xuanpai.posting.PostingState;
import org.xuanpai.posting.ProcedureView;
import org.xuanpai.posting.StepKind;

/**
 * One posting: what was done, what is next, what is missing, who can do it and from when.
 *
 * @param steps what was recorded, in the order of recording; empty for readers outside the county's level
 * @param objections for the organizers of the round alone
 * @param organizers who handles the round; empty for others
 * @param notice the last day of its notice; {@code null} before
 * @param procedure the rules of its round
 * @param arranges whether the reader may act on postings at all
 */
public record PostingPage(
        PostingHead head,
        List<StepRow> steps,
        List<ObjectionRow> objections,
        List<String> organizers,
        @Nullable NoticeEnd notice,
        ProcedureView procedure,
        boolean arranges,
        UUID reader,
        LocalDate today) {

    /** The steps of the procedure that are still to come. */
    public List<StepKind> toCome() {
        List<StepKind> coming = new ArrayList<>();
        PostingState at = head.state();
        while (!head.takenOver() && at.isOpen()) {
            StepKind next = StepKind.after(at).orElseThrow();
            coming.add(next);
            at = next.state().orElseThrow();
        }
        return coming;
    }

    /** The step that comes next; {@code null} for none. */
    public @Nullable StepKind next() {
        List<StepKind> coming = toCome();
        return coming.isEmpty() ? null : coming.get(0);
    }

    /** What this reader can record about this posting alone. */
    public List<StepKind> acts() {
        if (!arranges) {
            return List.of();
        }
        return EnumSet.of(
                        StepKind.TALK,
                        StepKind.APPOINTMENT,
                        StepKind.ANNOUNCED,
                        StepKind.EXTENDED,
                        StepKind.ENDED,
                        StepKind.WITHDRAWN)
                .stream()
                .filter(kind -> kind.isOpenIn(head.state()) && !head.waits())
                .filter(kind -> head.handled() || kind == StepKind.EXTENDED || kind == StepKind.ENDED)
                .filter(kind -> head.endedOn() == null || kind != StepKind.EXTENDED && kind != StepKind.ENDED)
                .toList();
    }

    /** The act that the page offers first. */
    public @Nullable StepKind act(@Nullable StepKind asked) {
        List<StepKind> acts = acts();
        if (asked != null && acts.contains(asked)) {
            return asked;
        }
        Set<StepKind> done = done();
        return acts.stream()
                .filter(kind -> kind != StepKind.WITHDRAWN && !done.contains(kind))
                .findFirst()
                .orElse(null);
    }

    /** What the announcement asks for. */
    public List<Guard> guards() {
        if (head.takenOver() || !head.state().isOpen() || !arranges) {
            return List.of();
        }
        Set<StepKind> done = done();
        List<Guard> guards = new ArrayList<>();
        if (head.state().isBeforeNotice()) {
            for (StepKind check : EnumSet.range(StepKind.FILE_REVIEW, StepKind.COMPLAINTS)) {
                guards.add(new Guard("check." + check, done.contains(check), null));
            }
        }
        boolean ran = notice != null && !notice.isProvisional() && today.isAfter(notice.lastDay());
        guards.add(new Guard("notice", ran, notice == null ? null : notice.lastDay()));
        guards.add(new Guard("objections", objections.stream().noneMatch(ObjectionRow::isInTheWay), null));
        guards.add(new Guard("talk", done.contains(StepKind.TALK), null));
        guards.add(new Guard("appointment", done.contains(StepKind.APPOINTMENT), null));
        guards.add(new Guard("industrial", head.industrial(), null));
        guards.add(new Guard("alone", !head.others(), null));
        guards.sort(Comparator.comparing(Guard::met));
        return guards;
    }

    /** How many of the conditions are not met. */
    public long unmet() {
        return guards().stream().filter(guard -> !guard.met()).count();
    }

    /** The objection that is to be concluded first; {@code null} for none. */
    public @Nullable ObjectionRow firstOpen() {
        return objections.stream().filter(ObjectionRow::isOpen).findFirst().orElse(null);
    }

    /** Papers whose numbers are missing. */
    public List<StepKind> missingPapers() {
        return steps.stream()
                .filter(StepRow::lacksDocument)
                .map(StepRow::kind)
                .distinct()
                .toList();
    }

    public boolean mayConfirm() {
        return arranges && head.waits() && !reader.equals(head.proposedBy());
    }

    public boolean mayTakeBack() {
        return arranges && head.waits() && reader.equals(head.proposedBy());
    }

    /** Whether the reader lets it go on in a round of its own. */
    public boolean maySplit() {
        return arranges && head.handled() && head.state().isOpen();
    }

    /** Whether objections can be recorded. */
    public boolean mayReceive() {
        return arranges
                && head.handled()
                && head.state().isOpen()
                && !head.state().isBeforeNotice();
    }

    private Set<StepKind> done() {
        return steps.stream().map(StepRow::kind).collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * A condition of the announcement.
     *
     * @param key ends the message keys {@code posting.guard.…}
     * @param day from when it can be met; {@code null} for none
     */
    public record Guard(String key, boolean met, @Nullable LocalDate day) {}
}
