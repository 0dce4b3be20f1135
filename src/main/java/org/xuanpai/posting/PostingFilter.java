package org.xuanpai.posting;

/** Which postings a list shows. */
public enum PostingFilter {
    /** Those in office and on the way, and townships without any. */
    NOW,
    /** Industrial townships without a First Secretary. */
    GAPS,
    /** Those of the past as well. */
    ALL
}
