package org.xuanpai.posting.people;

import org.xuanpai.shared.RuleViolation;

/** The reading of a character is not known, so somebody has to type it. */
public final class PinyinUnknown extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public PinyinUnknown() {
        super("posting.people.refused.pinyinUnknown");
    }
}
