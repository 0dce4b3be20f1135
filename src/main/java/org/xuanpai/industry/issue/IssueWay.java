package org.xuanpai.industry.issue;

/** How a sheet came in. */
public enum IssueWay {
    /** Typed cell by cell. */
    TYPED,
    /** Pasted from a spreadsheet. */
    PASTED,
    /** Uploaded as a file. */
    FILE
}
