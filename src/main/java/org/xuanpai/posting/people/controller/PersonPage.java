package org.xuanpai.posting.people.controller;

import java.time.LocalDate;
import java.util.UUID;
import org.xuanpai.posting.people.service.Decision;
import org.xuanpai.posting.people.service.Lasting;
import org.xuanpai.posting.people.service.PersonView;

/**
 * Somebody, as a user sees one.
 *
 * @param mayEdit whether the user proposes, confirms and enters
 * @param account the user, who cannot confirm what they proposed
 * @param today what is over and what is to come is told by it
 */
record PersonPage(PersonView person, boolean mayEdit, UUID account, LocalDate today) {

    /** Whether the user may take the proposal back. */
    public boolean mayWithdraw(Decision decision) {
        return mayEdit && decision.waits() && decision.proposedBy().equals(account);
    }

    /** Whether the user may confirm the proposal. */
    public boolean mayConfirm(Decision decision) {
        return mayEdit && decision.waits() && !decision.proposedBy().equals(account);
    }

    /** Message key of where it stands today, for what counts. */
    public String stateKey(Lasting lasting) {
        if (lasting.isToCome(today)) {
            return "posting.people.state.toCome";
        }
        return lasting.isOver(today) ? "posting.people.state.over" : "posting.people.state.now";
    }

    /** The shape of that state. */
    public String stateKind(Lasting lasting) {
        if (lasting.isToCome(today)) {
            return "open";
        }
        return lasting.isOver(today) ? "none" : "ok";
    }
}
