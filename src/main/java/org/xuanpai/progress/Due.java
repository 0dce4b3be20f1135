package org.xuanpai.progress;

import java.time.LocalDate;

/**
 * Until when something is to be done.
 *
 * @param day the last day
 * @param workingDays working days left after today, 0 on the day itself; negative: how many have passed since
 * @param provisional whether a calendar still to come may move it
 */
public record Due(LocalDate day, int workingDays, boolean provisional) {

    public boolean isOver() {
        return workingDays < 0;
    }

    /** Working days since the last day. */
    public int overdue() {
        return -workingDays;
    }
}
