package org.xuanpai.progress;

/** How a flow stands against the share of the year that has passed (时序进度). */
public enum Light {
    /** Clearly above the pace. */
    AHEAD,
    /** About at the pace. */
    ON_PACE,
    /** Below the pace. */
    BEHIND,
    /** Nothing to compare: no target, no figure, or not a flow. */
    NONE;

    /** The word of the status fragment. */
    public String kind() {
        return switch (this) {
            case AHEAD -> "ahead";
            case ON_PACE -> "ok";
            case BEHIND -> "behind";
            case NONE -> "none";
        };
    }
}
