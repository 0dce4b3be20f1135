package org.xuanpai.posting.people;

import org.xuanpai.shared.RuleViolation;

/** Pinyin is syllables of Latin letters; tone marks may be there. */
public final class PinyinUnreadable extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public PinyinUnreadable() {
        super("posting.people.refused.pinyinUnreadable");
    }
}
