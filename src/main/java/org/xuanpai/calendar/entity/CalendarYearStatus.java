package org.xuanpai.calendar.entity;

/** The life of an edition. */
public enum CalendarYearStatus {
    /** Read from a file by one organizer; without effect. */
    PROPOSED,
    /** What deadlines are counted with. */
    IN_EFFECT,
    /** Another edition of the year took its place; kept as a record. */
    REPLACED,
    /** Taken back before anybody confirmed it; kept as a record. */
    WITHDRAWN;

    /** Which step may follow which. */
    public boolean canBecome(CalendarYearStatus next) {
        return switch (this) {
            case PROPOSED -> next == IN_EFFECT || next == WITHDRAWN;
            case IN_EFFECT -> next == REPLACED;
            case REPLACED, WITHDRAWN -> false;
        };
    }
}
