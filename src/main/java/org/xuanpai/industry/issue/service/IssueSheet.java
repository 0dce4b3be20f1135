package org.xuanpai.industry.issue.service;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.xuanpai.industry.issue.IssueWay;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Period;

/**
 * A sheet to be issued: figures by township and indicator code. What is not in it stays as it is.
 *
 * @param seen how many sheets of the month were issued when the preview was made
 * @param fileName name of the uploaded file; empty for other ways
 * @param looked whether the issuer looked at what the checks wonder at
 * @param note why that is right; kept with the sheet when there is something to wonder at
 */
public record IssueSheet(
        FigureIssuer issuer,
        Period period,
        int seen,
        IssueWay way,
        String fileName,
        Map<UUID, Map<String, BigDecimal>> figures,
        boolean looked,
        String note) {

    /** A sheet the checks do not wonder at. */
    public IssueSheet(
            FigureIssuer issuer,
            Period period,
            int seen,
            IssueWay way,
            String fileName,
            Map<UUID, Map<String, BigDecimal>> figures) {
        this(issuer, period, seen, way, fileName, figures, false, "");
    }

    /** The same after its issuer looked at what the checks wonder at. */
    public IssueSheet lookedAt(String why) {
        return new IssueSheet(issuer, period, seen, way, fileName, figures, true, why);
    }
}
