package org.xuanpai.posting.people.entity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.people.DatesOutOfOrder;
import org.xuanpai.posting.people.DayUnlikely;

/** What days of offices, portfolios and assignments can be. A validity is half-open: it ends on the first day that is out of it. */
final class Validity {

    private static final LocalDate FIRST = LocalDate.of(1980, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private Validity() {}

    /**
     * Refuses days that cannot be.
     *
     * @throws DayUnlikely for a day before 1980 or after 2100
     * @throws DatesOutOfOrder when it would end before or with its first day
     */
    static void check(LocalDate from, @Nullable LocalDate to) {
        mustBeLikely(from);
        if (to != null) {
            mustBeLikely(to);
            if (!to.isAfter(from)) {
                throw new DatesOutOfOrder(from);
            }
        }
    }

    private static void mustBeLikely(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new DayUnlikely(FIRST, LAST);
        }
    }
}
