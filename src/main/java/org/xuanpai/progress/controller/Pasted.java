package org.xuanpai.progress.controller;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorView;

/**
 * What a paste does to the monthly form: which fields it fills with what, and which rows have no field; or why nothing is
 * filled.
 *
 * @param refusal message key of why nothing is filled; empty when something is
 */
record Pasted(List<Filled> filled, List<Skipped> skipped, String refusal, List<Object> arguments) {

    /** More rows than these are only counted. */
    private static final int MOST_NAMED = 12;

    static Pasted refused(String word, Object... arguments) {
        return new Pasted(List.of(), List.of(), "progress.pasted.refused." + word, List.of(arguments));
    }

    static Pasted of(List<Filled> filled, List<Skipped> skipped) {
        return new Pasted(
                List.copyOf(filled),
                List.copyOf(skipped),
                filled.isEmpty() ? "progress.pasted.refused.nothing" : "",
                List.of());
    }

    /** Whether nothing is filled. */
    public boolean isRefused() {
        return !refusal.isEmpty();
    }

    /** The rows without a field that are named. */
    public List<Skipped> named() {
        return skipped.subList(0, Math.min(skipped.size(), MOST_NAMED));
    }

    /** How many more there are. */
    public int more() {
        return skipped.size() - named().size();
    }

    /** @param value as the field takes it, or what it will refuse */
    record Filled(IndicatorView indicator, String value) {}

    /**
     * A row that fills nothing.
     *
     * @param label what was copied
     * @param indicator the one it names; {@code null} for none
     */
    record Skipped(Why why, String label, @Nullable IndicatorView indicator) {

        /** What it is about, in the reader's language. */
        public String name(Locale locale) {
            return indicator == null ? label : indicator.title(locale);
        }
    }

    /** Why a row fills nothing. */
    enum Why {
        /** The form has no figure of that name. */
        UNKNOWN,
        /** It stands beside rows that have a name, and has none. */
        NAMELESS,
        /** The county issues the figure, or it is counted from enterprises. */
        NOT_TYPED,
        /** The return left the field closed. */
        CLOSED,
        /** There is no number behind the name. */
        NO_FIGURE
    }
}
