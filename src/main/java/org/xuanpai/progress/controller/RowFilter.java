package org.xuanpai.progress.controller;

import java.util.Arrays;
import java.util.Locale;

/** Which rows of the monthly form are shown; the others stay in the form, hidden. */
enum RowFilter {
    /** Every row. */
    ALL,
    /** What has to be typed. */
    HAND,
    /** What is missing, contradictory, or was asked for. */
    PROBLEMS;

    /** As it stands in an address; anything else shows every row. */
    static RowFilter of(String word) {
        return Arrays.stream(values())
                .filter(filter -> filter.word().equals(word))
                .findFirst()
                .orElse(ALL);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
