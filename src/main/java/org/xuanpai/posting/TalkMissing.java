package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** Whoever is appointed is talked with before (任职谈话). */
public final class TalkMissing extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public TalkMissing() {
        super("posting.refused.talkMissing");
    }
}
