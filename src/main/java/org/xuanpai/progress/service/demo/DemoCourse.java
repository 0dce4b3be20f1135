package org.xuanpai.progress.service.demo;

/** How a month of a township went in the demo county; which months went which way never changes. */
enum DemoCourse {
    /** In time, approved at once. */
    SMOOTH,
    /** Handed in after the deadline, approved. */
    LATE,
    /** Sent back once with marks, corrected, approved. */
    CORRECTED,
    /** The First Secretary was away, which the Party secretary records; approved. */
    ABSENT,
    /** Handed in, waits for the county. */
    WAITING,
    /** Handed in a day ago, however late that is; waits for the county. */
    WAITING_SINCE_YESTERDAY,
    /** Sent back and corrected, waits for the county a second time. */
    WAITING_AGAIN,
    /** Sent back, with the township. */
    SENT_BACK,
    /** Begun by the clerk. */
    BEGUN,
    /** Nobody has begun. */
    NOTHING;

    /** The latest month: something of each, in the order of the townships. */
    private static final DemoCourse[] LATEST = {
        SMOOTH, WAITING_AGAIN, WAITING, SENT_BACK, WAITING_SINCE_YESTERDAY, BEGUN, NOTHING, SMOOTH
    };

    private static final int ABSENT_TOWNSHIP = 5;
    private static final int ABSENT_MONTH = 13;
    private static final int ONE_LATE_IN = 17;
    private static final int ONE_CORRECTED_IN = 13;

    /**
     * @param township 1 to 8
     * @param month 0 for the oldest one
     */
    static DemoCourse of(int township, int month, boolean latest) {
        if (latest) {
            return LATEST[township - 1];
        }
        if (township == ABSENT_TOWNSHIP && month == ABSENT_MONTH) {
            return ABSENT;
        }
        if ((township * 7 + month * 3) % ONE_LATE_IN == 0) {
            return LATE;
        }
        return (township * 5 + month * 11) % ONE_CORRECTED_IN == 0 ? CORRECTED : SMOOTH;
    }

    boolean isSubmitted() {
        return this != BEGUN && this != NOTHING;
    }

    /** Funds that were expected this month came late, which the checks ask about. */
    boolean isShortOfFunds() {
        return this == WAITING || this == BEGUN;
    }

    boolean isSentBack() {
        return this == CORRECTED || this == WAITING_AGAIN || this == SENT_BACK;
    }

    boolean isCorrected() {
        return this == CORRECTED || this == WAITING_AGAIN;
    }

    boolean isApproved() {
        return this == SMOOTH || this == LATE || this == CORRECTED || this == ABSENT;
    }
}
