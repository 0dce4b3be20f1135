package org.xuanpai.posting.people;

import org.xuanpai.shared.RuleViolation;

/** The person is in charge of the same work in that time already (person_portfolio_once_at_a_time). */
public final class PortfolioThere extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public PortfolioThere() {
        super("posting.people.refused.portfolioThere");
    }
}
