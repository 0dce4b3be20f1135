package org.xuanpai.calendar;

import org.xuanpai.shared.RuleViolation;

/** The proposal was confirmed or withdrawn before. */
public final class ProposalClosed extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public ProposalClosed(int year) {
        super("calendar.proposalClosed", String.valueOf(year));
    }
}
