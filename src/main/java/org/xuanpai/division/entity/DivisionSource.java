package org.xuanpai.division.entity;

/** Where a unit comes from. */
enum DivisionSource {
    /** The published national list. */
    LIST,
    /** Made here by hand. */
    LOCAL
}
