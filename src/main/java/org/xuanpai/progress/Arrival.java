package org.xuanpai.progress;

/** What became of a send of a field. Each of them is an acknowledgement: the sender need not send it again. */
public enum Arrival {
    /** It changed the field. */
    WRITTEN,
    /** The field held that value already. */
    SAME,
    /** It had arrived before. */
    REPEATED,
    /** The same page has sent something newer for the field. */
    OVERTAKEN
}
