package org.xuanpai.industry;

/** How a figure behaves over a year. */
public enum IndicatorKind {
    /** Adds up: has a month and a cumulative value; one is typed, the other derived. */
    FLOW,
    /** Stands at the end of the month, such as a number of firms; no pace. */
    STOCK,
    /** A percentage that is entered as it was announced; no pace. */
    RATE
}
