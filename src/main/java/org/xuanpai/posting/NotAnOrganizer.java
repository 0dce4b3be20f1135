package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** Only organizers of the county handle a round. */
public final class NotAnOrganizer extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NotAnOrganizer() {
        super("posting.refused.notAnOrganizer");
    }
}
