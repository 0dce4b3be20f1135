package org.xuanpai.posting.people;

import java.time.LocalDate;
import org.xuanpai.shared.RuleViolation;

/** The portfolio has an end already. */
public final class PortfolioEnded extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public PortfolioEnded(LocalDate endsOn) {
        super("posting.people.refused.portfolioEnded", endsOn);
    }
}
