package org.xuanpai.cockpit.service;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xuanpai.progress.ReportStanding;

/**
 * A due township in the cockpit's table.
 *
 * @param code its division code
 * @param firstSecretary who held the duty on the month's last day; {@code null} for nobody
 * @param report where its report stands
 * @param figures one per indicator of the cockpit, in their order
 * @param trend month values of the first indicator, from old to new
 */
public record TownshipLine(
        String code,
        @Nullable String firstSecretary,
        ReportStanding report,
        List<FigureCell> figures,
        List<@Nullable BigDecimal> trend) {

    /** What tells the townships of a county apart in the code. */
    public String shortCode() {
        return code.substring(Math.max(0, code.length() - 3));
    }
}
