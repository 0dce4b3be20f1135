package org.xuanpai.industry.issue;

/** What came of an objection. */
public enum ObjectionAnswer {
    /** The issuer issued another figure. */
    REISSUED,
    /** The figure stays, for a reason. */
    REFUSED
}
