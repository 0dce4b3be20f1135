package org.xuanpai.posting;

/** How an objection came. */
public enum ObjectionWay {
    LETTER,
    CALL,
    VISIT,
    ONLINE
}
