package org.xuanpai.progress;

/** What a review came to. */
public enum ReviewOutcome {
    /** Sent back with a reason. */
    RETURNED,
    /** Accepted. */
    APPROVED
}
