package org.xuanpai.shared;

import java.util.List;

/**
 * A rule of the house refused an act. Subclasses name the rule; the message key and its arguments tell the user what is
 * wrong and what to do. Nothing was changed, and the refusal is recorded afterwards in a transaction of its own.
 */
public abstract class RuleViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient String key;
    private final transient List<Object> arguments;

    protected RuleViolation(String key, Object... arguments) {
        super(key + " " + List.of(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** The message key, the same in Chinese and English bundles. */
    public String key() {
        return key;
    }

    /** Arguments of the message; dates and figures are formatted in the user's language. */
    public List<Object> arguments() {
        return arguments;
    }
}
