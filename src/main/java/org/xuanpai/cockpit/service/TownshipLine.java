package org.xuanpai.cockpit.service;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.LandShape;
import org.xuanpai.division.TownshipView;
import org.xuanpai.progress.ReportStanding;

/**
 * A due township in the cockpit's table.
 *
 * @param code its division code
 * @param firstSecretary who held the duty on the month's last day; {@code null} for nobody
 * @param report where its report stands
 * @param figures one per indicator of the cockpit, in their order
 * @param trend month values of the first indicator, from old to new
 * @param group which townships of the month it stands for
 * @param parts where the report of each of them stands
 */
public record TownshipLine(
        String code,
        @Nullable String firstSecretary,
        ReportStanding report,
        List<FigureCell> figures,
        List<@Nullable BigDecimal> trend,
        LandShape.Group group,
        List<ReportStanding> parts) {

    /** Where its figures are: in its report, or in the sum of several. */
    public String path() {
        return group.isSum() ? report.path() + "/sum" : report.path();
    }

    /** What tells the townships of a county apart in the code. */
    public String shortCode() {
        return code.substring(Math.max(0, code.length() - 3));
    }

    /** The townships of the month that the line stands for. */
    public String memberNames() {
        return group.members().stream().map(TownshipView::name).collect(Collectors.joining("\u3001"));
    }
}
