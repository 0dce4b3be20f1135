package org.xuanpai.progress;

import java.time.Instant;
import java.util.UUID;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Period;

/**
 * A township's objection to an issued figure of the month that nobody has answered.
 *
 * @param indicatorCode what the figure is of
 * @param reason what the township says
 */
public record OpenObjection(
        UUID id,
        UUID township,
        Period period,
        String indicatorCode,
        FigureIssuer issuer,
        String reason,
        String raisedByName,
        Instant raisedAt) {

    /** Where it is answered. */
    public String path() {
        return "/industry/issued/" + issuer + "/" + period + "#t-" + township;
    }
}
