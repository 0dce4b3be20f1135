package org.xuanpai.industry.issue;

import org.xuanpai.shared.RuleViolation;

/** Whoever objected, under whatever duty, does not answer: neither by a refusal nor by another figure (controls C8). */
public final class OwnObjection extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public OwnObjection() {
        super("industry.issue.refused.ownObjection");
    }
}
