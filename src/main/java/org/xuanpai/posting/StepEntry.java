package org.xuanpai.posting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a step.
 *
 * @param onDay the day it was done, not later than today
 * @param body who did it: 县委常委会; empty where nobody is to be named
 * @param document number of the paper: 清组〔2026〕37号; empty for none
 * @param note more about it; no personnel secrets
 * @param meeting attendance and vote; {@code null} where there was no meeting
 * @param waived why the step was left out; {@code null} for a step that was done
 */
public record StepEntry(
        LocalDate onDay,
        String body,
        String document,
        String note,
        @Nullable Meeting meeting,
        @Nullable String waived) {

    /** A step without a meeting. */
    public static StepEntry of(LocalDate onDay, String body, String document, String note) {
        return new StepEntry(onDay, body, document, note, null, null);
    }

    /**
     * Who was there and who agreed.
     *
     * @param due members due (应到)
     * @param present members present
     * @param agree members who agreed; {@code null} where the county records no votes
     */
    public record Meeting(int due, int present, @Nullable Integer agree) {

        private static final int MOST = 1_000;

        /** Two thirds of those due are there, more than half of those due agree (domain-rules 2). */
        public boolean isValid() {
            boolean enough = due > 0 && due <= MOST && present >= 0 && present <= due && present * 3L >= due * 2L;
            return enough && (agree == null || agree >= 0 && agree <= present && agree * 2L > due);
        }
    }
}
