package org.xuanpai.industry;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Period;

/**
 * An issued figure of a township that counts: the latest version of it.
 *
 * @param value as it was issued
 * @param monthValue the month's value; {@code null} when issued months before it are missing
 * @param cumulative the cumulative value of a flow; {@code null} for others, and when issued months before it are missing
 * @param version how often it was issued
 * @param at when this version was
 * @param objected whether the township objects to it and waits for an answer
 */
public record IssuedFigure(
        Period period,
        String indicatorCode,
        FigureIssuer issuer,
        BigDecimal value,
        @Nullable BigDecimal monthValue,
        @Nullable BigDecimal cumulative,
        int version,
        Instant at,
        String byName,
        boolean objected) {

    /** Where it stands, with who issued it when. */
    public String path(UUID township) {
        return "/industry/issued/" + issuer + "/" + period + "#t-" + township;
    }
}
