package org.xuanpai.progress.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a reason is about: a field and the rule that wonders at it.
 *
 * @param field an indicator's code, or a part of the report
 */
public record ReasonKey(String field, RuleKind rule) implements Comparable<ReasonKey> {

    /** The most characters of a reason. */
    public static final int LONGEST = 500;

    private static final String SEPARATOR = ".";

    /** Reads {@code fixed_investment.OUTLIER}; empty for anything else. */
    public static Optional<ReasonKey> parse(String text) {
        int at = text.lastIndexOf(SEPARATOR);
        return at < 1
                ? Optional.empty()
                : Arrays.stream(RuleKind.values())
                        .filter(kind -> kind.name().equals(text.substring(at + 1)))
                        .map(kind -> new ReasonKey(text.substring(0, at), kind))
                        .findFirst();
    }

    @Override
    public int compareTo(ReasonKey other) {
        return Comparator.comparing(ReasonKey::field)
                .thenComparing(ReasonKey::rule)
                .compare(this, other);
    }

    /** {@code fixed_investment.OUTLIER}, as in the form. */
    @Override
    public String toString() {
        return field + SEPARATOR + rule;
    }
}
