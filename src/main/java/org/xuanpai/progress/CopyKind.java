package org.xuanpai.progress;

/** How a numbered copy of a report came about. */
public enum CopyKind {
    /** The township handed it in. */
    SUBMISSION,
    /** Two persons corrected one figure of an approved report. */
    CORRECTION
}
