package org.xuanpai.shared;

/** Somebody else changed the row since the page was opened (controls J2). */
public final class StaleVersion extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public StaleVersion() {
        super("error.staleVersion");
    }
}
