package org.xuanpai.shared;

/**
 * What was typed or sent is missing something or does not fit: whoever sent it mends it and sends it again. The trail tells it
 * apart from what somebody tried and may not.
 */
public abstract class Slip extends RuleViolation {

    private static final long serialVersionUID = 1L;

    protected Slip(String key, Object... arguments) {
        super(key, arguments);
    }
}
