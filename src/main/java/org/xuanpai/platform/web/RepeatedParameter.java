package org.xuanpai.platform.web;

import org.xuanpai.shared.RuleViolation;

/** A request says one thing twice: which of the two counts must not depend on who reads it (controls D9). */
public final class RepeatedParameter extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 60;

    public RepeatedParameter(String name) {
        super("error.repeatedParameter", name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…");
    }
}
