package org.xuanpai.progress.check;

import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.Period;

/**
 * A rule as somebody wants it for some months.
 *
 * @param from the first month judged by it
 * @param until the last one; {@code null} for until further notice
 * @param reason why, in the proposer's words
 */
public record ProposedRule(
        CheckRule rule, Period from, @Nullable Period until, String reason) {

    /** @throws RuleEndsBeforeItBegins when the last month is before the first one */
    public ProposedRule {
        if (until != null && until.compareTo(from) < 0) {
            throw new RuleEndsBeforeItBegins(from);
        }
        reason = reason.strip();
    }
}
