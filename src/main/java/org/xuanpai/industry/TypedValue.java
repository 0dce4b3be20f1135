package org.xuanpai.industry;

/** Which value of a flow a township types; the other one is derived. Stocks and rates are typed as the month's value. */
public enum TypedValue {
    /** The month's own value; for 1–2月 both months together. */
    MONTH,
    /** The value since 1 January. */
    CUMULATIVE
}
