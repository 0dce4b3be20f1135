package org.xuanpai.posting;

/** From which day a term is counted; rights begin with the office in either case. */
public enum TermStart {
    /** From the decision (2019 rules on selecting cadres, article on the start of office). */
    DECISION,
    /** From the first day in office. */
    OFFICE
}
