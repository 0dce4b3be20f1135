package org.xuanpai.calendar.controller;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xuanpai.calendar.StatutoryDay;
import org.xuanpai.calendar.service.EditionView;

/**
 * A proposal beside what is in effect, for the second person.
 *
 * @param changes days that would change; all days where the year is not loaded
 */
record ProposalPage(EditionView proposal, boolean replaces, List<Change> changes) {

    /** What the proposal does to a day. */
    enum Effect {
        /** Named by the proposal only. */
        ADDED,
        /** Named differently. */
        CHANGED,
        /** No longer named. */
        REMOVED
    }

    record Change(LocalDate date, Effect effect, boolean off, String name) {}

    static ProposalPage of(EditionView proposal, Optional<EditionView> current) {
        List<Change> changes = new ArrayList<>();
        for (StatutoryDay day : proposal.days()) {
            Optional<StatutoryDay> before = current.flatMap(edition -> edition.dayLike(day));
            if (!before.equals(Optional.of(day))) {
                changes.add(change(day, before.isPresent() ? Effect.CHANGED : Effect.ADDED));
            }
        }
        current.ifPresent(edition -> edition.days().stream()
                .filter(day -> proposal.dayLike(day).isEmpty())
                .forEach(day -> changes.add(change(day, Effect.REMOVED))));
        changes.sort(Comparator.comparing(Change::date));
        return new ProposalPage(proposal, current.isPresent(), changes);
    }

    private static Change change(StatutoryDay day, Effect effect) {
        return new Change(day.date(), effect, day.off(), day.name());
    }
}
