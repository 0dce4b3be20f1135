package org.xuanpai.division;

/** What is done to the land on a day. */
public enum ReorganisationKind {
    /** A township of the county or a village of a township is set up. */
    ADD,
    /** A unit gets another name or another code. */
    RENAME,
    /** A unit ends and nobody takes over from it. */
    CLOSE,
    /** Units become one: one of them that takes the others over, or a new one. */
    MERGE,
    /** A unit is divided; what is left may go on under its name. */
    SPLIT,
    /** Villages go to another township. */
    MOVE
}
