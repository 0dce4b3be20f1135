package org.xuanpai.industry;

/** The groups of the monthly form, in their order. */
public enum IndicatorSection {
    /** What industry produced. */
    OUTPUT,
    /** What was invested. */
    INVESTMENT,
    /** Revenue, tax, profit, power. */
    FINANCE,
    /** Projects on their way. */
    PROJECTS,
    /** Enterprises and their staff. */
    ENTERPRISES
}
