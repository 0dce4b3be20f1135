package org.xuanpai.posting;

/** What somebody is posted for (clauses A1 to A3). */
public enum PostingReason {
    INDUSTRY,
    GRASSROOTS,
    GROWTH
}
