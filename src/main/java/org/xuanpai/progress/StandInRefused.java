package org.xuanpai.progress;

import org.xuanpai.shared.Slip;

/** The days or the person named as a stand-in do not fit; the message says which. */
public final class StandInRefused extends Slip {

    private static final long serialVersionUID = 1L;

    private final Why why;

    public StandInRefused(Why why) {
        super("progress.error.standIn." + why.name());
        this.why = why;
    }

    /** What has to be typed differently. */
    public String field() {
        return switch (why) {
            case PERSON -> "colleague";
            case DAYS -> "last";
            case OVERLAP -> "first";
        };
    }

    /** What does not fit. */
    public enum Why {
        /** Not another organizer of the same county. */
        PERSON,
        /** The last day is before the first one or over already, or it is more than three months. */
        DAYS,
        /** The same person is away on some of the days already. */
        OVERLAP
    }
}
