package org.xuanpai.industry.controller;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;

/** The year in an address. */
final class TargetYear {

    private static final int YEARS_BACK = 10;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}");

    private TargetYear() {}

    /**
     * The year a text names.
     *
     * @param otherwise the year meant when none is named
     * @throws NotFound for anything that is no year of ours
     */
    static int of(@Nullable String text, int otherwise) {
        return text == null ? otherwise : of(text);
    }

    /** The year a text names. */
    static int of(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new NotFound();
        }
        int year = Integer.parseInt(text);
        if (!Period.isYear(year)) {
            throw new NotFound();
        }
        return year;
    }

    /**
     * The year with its neighbours, to switch between: nothing is planned later than next year, and little is asked about that is
     * older than ten.
     */
    static List<Integer> around(int year, int thisYear) {
        return IntStream.rangeClosed(year - 1, year + 1)
                .filter(one -> one == year || one >= thisYear - YEARS_BACK && one <= thisYear + 1)
                .boxed()
                .toList();
    }
}
