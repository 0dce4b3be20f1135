package org.xuanpai.calendar;

/** Whether people work on a day. */
public enum WorkingDay {
    /** A Monday to Friday that is not taken off, or a weekend day that makes up for one. */
    YES,
    /** A weekend day or a statutory day off. */
    NO,
    /** The calendar of that year is not loaded, so nobody can say. */
    UNKNOWN;

    public static WorkingDay of(boolean works) {
        return works ? YES : NO;
    }
}
