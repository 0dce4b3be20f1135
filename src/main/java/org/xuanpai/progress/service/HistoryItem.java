package org.xuanpai.progress.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.Period;

/**
 * A step that was taken with a report.
 *
 * @param kind {@code SUBMITTED}, {@code RETURNED}, {@code APPROVED}, {@code CORRECTED}, {@code FOLLOWED},
 *     {@code FOLLOWED_REPORT}, {@code ISSUED_ANEW}, {@code ISSUED_LATE}, {@code LOCKED} or {@code REOPENED}
 * @param number the copy it was about, or how many figures were issued; 0 when it was about the report as a whole
 * @param cause the month whose correction or report this followed; {@code null} for any other step
 * @param standsInFor for whom a reviewer stood in that day; empty for nobody
 */
public record HistoryItem(
        String kind,
        int number,
        String byName,
        Instant at,
        String reason,
        @Nullable Period cause,
        String standsInFor) {

    /** Whether values of this report followed a change of another month. */
    public boolean isFollowed() {
        return cause != null;
    }

    /** The message that says which change that was. */
    public String followedKey() {
        return kind.equals("FOLLOWED") ? "progress.followed" : "progress.followed.report";
    }
}
