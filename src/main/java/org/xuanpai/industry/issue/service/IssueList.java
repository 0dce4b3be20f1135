package org.xuanpai.industry.issue.service;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Period;

/**
 * What was issued month by month.
 *
 * @param issuers whose figures the reader sees
 * @param months newest first
 * @param open objections that wait for an answer, the one that waits longest first
 * @param mayIssue whether the reader issues figures and answers objections
 * @param mayEdit whether the reader sets which value of an indicator is typed
 */
public record IssueList(
        List<FigureIssuer> issuers, List<Month> months, List<ObjectionRow> open, boolean mayIssue, boolean mayEdit) {

    /** A month with one state per issuer, in the order of the columns. */
    public record Month(Period period, List<State> states) {}

    /**
     * How far an issuer is with a month.
     *
     * @param issued figures that count
     * @param expected figures of a whole sheet
     * @param at when the latest sheet was issued; {@code null} for none
     */
    public record State(
            FigureIssuer issuer,
            int issued,
            int expected,
            @Nullable Instant at) {

        public String kind() {
            if (issued == 0) {
                return "none";
            }
            return issued < expected ? "open" : "done";
        }

        /** Message key; takes issued and expected. */
        public String key() {
            if (issued == 0) {
                return "industry.issue.state.none";
            }
            return issued < expected ? "industry.issue.state.part" : "industry.issue.state.all";
        }
    }
}
