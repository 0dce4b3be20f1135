package org.xuanpai.shared;

/** Nothing is there for this user. A foreign id and a missing one look the same. */
public final class NotFound extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("error.notFound");
    }
}
