package org.xuanpai.shared;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that is proposed once and then either confirmed by a second person or withdrawn, and nothing after that (controls
 * C8). Who proposed it never changes: the application's database role may update the confirmation and the withdrawal only.
 */
@Embeddable
public class Proposal {

    @Embedded
    @AttributeOverride(name = "proposedBy", column = @Column(name = "proposed_by", updatable = false))
    @AttributeOverride(name = "proposedByName", column = @Column(name = "proposed_by_name", updatable = false))
    @AttributeOverride(name = "proposedAt", column = @Column(name = "proposed_at", updatable = false))
    private Confirmation confirmation;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Proposal() {}

    /** Proposed now, not yet in effect. */
    public Proposal(CurrentUser proposer, Instant now) {
        this.confirmation = new Confirmation(proposer, now);
    }

    /**
     * Confirms it.
     *
     * @throws ProposalWithdrawn when it was withdrawn
     * @throws AlreadyConfirmed when somebody confirmed it before
     * @throws SecondPersonNeeded when the proposer confirms the own proposal
     */
    public void confirm(CurrentUser second, Instant now) {
        mustBeOpen();
        confirmation.confirm(second, now);
    }

    /**
     * Withdraws it, or refuses it; by whom, the trail says.
     *
     * @throws AlreadyConfirmed when it is in effect
     * @throws ProposalWithdrawn when it was withdrawn before
     */
    public void withdraw(Instant now) {
        mustBeOpen();
        withdrawnAt = now;
    }

    /**
     * Withdraws what nobody but the proposer may withdraw.
     *
     * @throws AlreadyConfirmed when it is in effect
     * @throws ProposalWithdrawn when it was withdrawn before
     * @throws NotTheProposer for anybody else
     */
    public void withdrawOwn(CurrentUser proposer, Instant now) {
        mustBeOpen();
        if (!proposer.accountId().equals(confirmation.proposedBy())) {
            throw new NotTheProposer(confirmation.proposedByName());
        }
        withdrawnAt = now;
    }

    /** Refuses what was confirmed or withdrawn. */
    public void mustBeOpen() {
        if (confirmation.isConfirmed()) {
            throw new AlreadyConfirmed();
        }
        if (withdrawnAt != null) {
            throw new ProposalWithdrawn();
        }
    }

    public Confirmation confirmation() {
        return confirmation;
    }
}
