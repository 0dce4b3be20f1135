package org.xuanpai.audit.service;

import java.util.Collection;
import java.util.List;

/**
 * Which entries of the trail are wanted.
 *
 * @param text part of an actor's name, a unit, a subject or a detail; empty for all
 * @param actions acts wanted besides, done or refused, because their name in the reader's language has the text in it
 * @param outcome the only one wanted; empty for all
 */
public record TrailFilter(String text, List<String> actions, String outcome) {

    public TrailFilter {
        actions = List.copyOf(actions);
    }

    public static TrailFilter of(String text, Collection<String> actions, String outcome) {
        return new TrailFilter(text.strip(), List.copyOf(actions), outcome);
    }

    /** Whether entries have to be looked through, one after the other. */
    boolean isSearch() {
        return !text.isEmpty() || !outcome.isEmpty();
    }

    /** {@link #actions} as the text of a PostgreSQL array; the names of acts have no character that would need quoting. */
    String actionArray() {
        return "{" + String.join(",", actions) + "}";
    }
}
