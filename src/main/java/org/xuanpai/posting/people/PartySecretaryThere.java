package org.xuanpai.posting.people;

import org.xuanpai.shared.RuleViolation;

/** A township has one Party secretary at a time (person_office_one_party_secretary_per_township). */
public final class PartySecretaryThere extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public PartySecretaryThere() {
        super("posting.people.refused.partySecretaryThere");
    }
}
