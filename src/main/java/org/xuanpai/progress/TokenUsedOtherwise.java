package org.xuanpai.progress;

import org.xuanpai.shared.RuleViolation;

/** The form was sent before with other content. */
public final class TokenUsedOtherwise extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public TokenUsedOtherwise() {
        super("progress.error.tokenUsedOtherwise");
    }
}
