package org.xuanpai.posting.people.service;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.people.Sex;

/**
 * Somebody with everything that is kept of them; what was withdrawn is left to the trail.
 *
 * @param version for whoever corrects it
 * @param birthMonth {@code null} for whoever does not edit people
 * @param username the account under which the person signs in; {@code null} for none, and for whoever does not edit people
 * @param titles titles of the offices held today; empty for none
 * @param postable whether First Secretaries are posted from an office held today (clause B1)
 * @param offices newest first
 * @param portfolios newest first
 * @param assignments newest first
 */
public record PersonView(
        UUID id,
        long version,
        String name,
        String pinyin,
        Sex sex,
        @Nullable YearMonth birthMonth,
        String education,
        @Nullable String username,
        String titles,
        boolean postable,
        List<OfficeRow> offices,
        List<PortfolioRow> portfolios,
        List<AssignmentRow> assignments) {

    /** Message key of the sex. */
    public String sexKey() {
        return "posting.people.sex." + sex;
    }
}
