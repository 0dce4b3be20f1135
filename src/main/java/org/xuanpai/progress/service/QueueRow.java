package org.xuanpai.progress.service;

import java.time.Instant;
import java.util.UUID;
import org.xuanpai.progress.Due;
import org.xuanpai.shared.Period;

/**
 * A report that waits for a review.
 *
 * @param number which submission it is
 * @param byName who submitted it
 * @param own whether the reader did, who then cannot review it
 * @param due until when the county should have answered
 */
public record QueueRow(
        UUID townshipId,
        String township,
        Period period,
        int number,
        String byName,
        boolean own,
        Instant since,
        Due due) {

    /** The month as its column shows it. */
    public String monthText() {
        return period.text();
    }

    /** Where it is reviewed. */
    public String path() {
        return "/progress/reviews/" + townshipId + "/" + period;
    }
}
