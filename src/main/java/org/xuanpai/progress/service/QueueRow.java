package org.xuanpai.progress.service;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.xuanpai.progress.Due;
import org.xuanpai.shared.Period;

/**
 * A report that waits for a review.
 *
 * @param number which submission it is
 * @param byName who submitted it
 * @param own whether the reader had a part in the report, who then cannot review it
 * @param due until when the county should have answered
 * @param openPoints message keys of what has to be looked at; without any it can be approved among others
 */
public record QueueRow(
        UUID townshipId,
        String township,
        Period period,
        int number,
        String byName,
        boolean own,
        Instant since,
        Due due,
        List<String> openPoints) {

    /** Whether it can be approved among others by this reader. */
    public boolean isPlain() {
        return !own && openPoints.isEmpty();
    }

    /** How a form names it. */
    public String pick() {
        return townshipId + "/" + period + "/" + number;
    }

    /** The month as its column shows it. */
    public String monthText() {
        return period.text();
    }

    /** Where it is reviewed. */
    public String path() {
        return "/progress/reviews/" + townshipId + "/" + period;
    }
}
