package org.xuanpai.progress.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.progress.ReopeningReasonMissing;
import org.xuanpai.shared.Confirmation;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Proposal;
import org.xuanpai.shared.ProposalWithdrawn;

/** A locked month, or one township's report of it, that is to be opened again; it takes two organizers and a reason. */
@Entity
public class MonthReopening {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID countyId;

    @Column(updatable = false)
    private LocalDate period;

    @Column(updatable = false)
    private @Nullable UUID townshipId;

    @Column(updatable = false)
    private String reason;

    @Embedded
    private Proposal proposal;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected MonthReopening() {}

    /**
     * A proposal without effect yet.
     *
     * @param township {@code null} for the whole month
     * @throws ReopeningReasonMissing without a reason
     */
    public MonthReopening(
            UUID countyId, Period period, @Nullable UUID township, String reason, CurrentUser proposer, Instant now) {
        if (reason.isBlank()) {
            throw new ReopeningReasonMissing();
        }
        this.id = Ids.next();
        this.countyId = countyId;
        this.period = period.key();
        this.townshipId = township;
        this.reason = reason.strip();
        this.proposal = new Proposal(proposer, now);
    }

    /**
     * Puts it into effect; it takes another person than the proposer.
     *
     * @throws ProposalWithdrawn when it was taken back
     */
    public void confirm(CurrentUser second, Instant now) {
        proposal.confirm(second, now);
    }

    /** Takes it back; by whom, the trail says. */
    public void withdraw(Instant now) {
        proposal.withdraw(now);
    }

    public UUID id() {
        return id;
    }

    public UUID countyId() {
        return countyId;
    }

    public Period period() {
        return Period.containing(period);
    }

    /** Empty for the whole month. */
    public Optional<UUID> township() {
        return Optional.ofNullable(townshipId);
    }

    public String reason() {
        return reason;
    }

    public Confirmation confirmation() {
        return proposal.confirmation();
    }
}
