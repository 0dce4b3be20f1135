package org.xuanpai.shared;

import java.util.Collection;
import java.util.stream.Collectors;

/** The text of a PostgreSQL array, for {@code cast(:ids as uuid[])}: of ids, days and words that need no quotes. */
public final class ArrayText {

    private ArrayText() {}

    public static String of(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
