package org.xuanpai.posting;

import java.util.EnumSet;
import java.util.Set;

/**
 * The rules of a round, as its county had them when the round was opened.
 *
 * @param waivable steps that may be left out with a reason
 * @param noticeDays working days of a notice, at least 5
 * @param termYears length of a term where none is decided
 * @param termStart from when a term counts
 * @param votes whether votes are recorded
 * @param hotline telephone for objections
 * @param address address for objections; may be empty
 */
public record ProcedureView(
        Set<StepKind> waivable,
        int noticeDays,
        int termYears,
        TermStart termStart,
        boolean votes,
        String hotline,
        String address) {

    /** Working days of a notice that no county may go below (2019 rules on selecting cadres). */
    public static final int SHORTEST_NOTICE = 5;

    public static final int LONGEST_NOTICE = 30;
    public static final int LONGEST_TERM = 5;

    /** Where a county has arranged nothing. */
    public static final ProcedureView USUAL = new ProcedureView(
            Set.copyOf(EnumSet.of(StepKind.RECOMMENDED, StepKind.INSPECTED)),
            SHORTEST_NOTICE,
            2,
            TermStart.DECISION,
            true,
            "12380",
            "");

    public boolean mayWaive(StepKind kind) {
        return waivable.contains(kind);
    }
}
