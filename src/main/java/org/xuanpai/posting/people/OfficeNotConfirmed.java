package org.xuanpai.posting.people;

import org.xuanpai.shared.RuleViolation;

/** What nobody has confirmed cannot be ended; its proposer may take it back. */
public final class OfficeNotConfirmed extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public OfficeNotConfirmed() {
        super("posting.people.refused.officeNotConfirmed");
    }
}
