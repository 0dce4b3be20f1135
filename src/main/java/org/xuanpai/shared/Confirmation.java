package org.xuanpai.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who proposed a change to something that feeds a rule, and who confirmed it. It takes two persons (controls C8); before the
 * second one the change has no effect.
 */
@Embeddable
public class Confirmation {

    @Column(name = "proposed_by")
    private UUID proposedBy;

    @Column(name = "proposed_by_name")
    private String proposedByName;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "confirmed_by")
    private @Nullable UUID confirmedBy;

    @Column(name = "confirmed_by_name")
    private @Nullable String confirmedByName;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Confirmation() {}

    /** Proposed now, not yet in effect. */
    public Confirmation(CurrentUser proposer, Instant now) {
        this.proposedBy = proposer.accountId();
        this.proposedByName = proposer.displayName();
        this.proposedAt = now;
    }

    /**
     * Confirms the change.
     *
     * @throws SecondPersonNeeded when the proposer confirms the own proposal
     * @throws AlreadyConfirmed when somebody confirmed it before
     */
    public void confirm(CurrentUser second, Instant now) {
        if (confirmedBy != null) {
            throw new AlreadyConfirmed();
        }
        if (second.accountId().equals(proposedBy)) {
            throw new SecondPersonNeeded(proposedByName);
        }
        this.confirmedBy = second.accountId();
        this.confirmedByName = second.displayName();
        this.confirmedAt = now;
    }

    public boolean isConfirmed() {
        return confirmedBy != null;
    }

    public UUID proposedBy() {
        return proposedBy;
    }

    public String proposedByName() {
        return proposedByName;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public Optional<String> confirmedByName() {
        return Optional.ofNullable(confirmedByName);
    }

    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }
}
