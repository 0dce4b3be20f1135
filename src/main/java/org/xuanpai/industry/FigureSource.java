package org.xuanpai.industry;

/** Where a figure comes from. */
public enum FigureSource {
    /** The township's own records. */
    TOWNSHIP,
    /** Issued by the county: statistics, tax, power. */
    COUNTY,
    /** Counted from the enterprises of the township. */
    ENTERPRISES
}
