package org.xuanpai.industry.issue.service;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.issue.ObjectionAnswer;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Period;

/**
 * An objection as lists and its row show it.
 *
 * @param figureVersion the version it is about
 * @param answer {@code null} while it waits
 * @param answerReason why the figure stays; {@code null} for other answers
 */
public record ObjectionRow(
        UUID id,
        UUID townshipId,
        String township,
        FigureIssuer issuer,
        String indicatorCode,
        Period period,
        int figureVersion,
        String reason,
        String raisedByName,
        Instant raisedAt,
        @Nullable ObjectionAnswer answer,
        @Nullable String answerReason,
        @Nullable String answeredByName,
        @Nullable Instant answeredAt) {

    public boolean isOpen() {
        return answer == null;
    }

    public String kind() {
        return isOpen() ? "wait" : "done";
    }

    /** Message key of what came of it. */
    public String key() {
        return "industry.issue.objection." + (answer == null ? "OPEN" : answer);
    }

    /** Where it stands beside its figure. */
    public String path() {
        return "/industry/issued/" + issuer + "/" + period + "#t-" + townshipId;
    }
}
