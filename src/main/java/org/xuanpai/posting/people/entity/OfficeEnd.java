package org.xuanpai.posting.people.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.people.DatesOutOfOrder;
import org.xuanpai.posting.people.OfficeEnded;
import org.xuanpai.posting.people.OfficeNotConfirmed;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.Confirmation;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.NotTheProposer;
import org.xuanpai.shared.Proposal;
import org.xuanpai.shared.ProposalWithdrawn;
import org.xuanpai.shared.SecondPersonNeeded;

/** The end of an office, proposed by one organizer and confirmed by a second. */
@Entity
@Table(name = "person_office_end")
public class OfficeEnd {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID countyId;

    @Column(updatable = false)
    private UUID officeId;

    @Column(updatable = false)
    private LocalDate endsOn;

    @Column(updatable = false)
    private String reason;

    @Embedded
    private Proposal proposal;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected OfficeEnd() {}

    /**
     * A proposal without effect yet.
     *
     * @param endsOn first day on which the office is held no more
     * @throws OfficeNotConfirmed when the office does not count yet
     * @throws OfficeEnded when it ends already
     * @throws DatesOutOfOrder for a day that is not after its first
     */
    public OfficeEnd(Office office, LocalDate endsOn, String reason, CurrentUser proposer, Instant now) {
        office.mustBeAbleToEnd(endsOn);
        this.id = Ids.next();
        this.countyId = office.countyId();
        this.officeId = office.id();
        this.endsOn = endsOn;
        this.reason = reason;
        this.proposal = new Proposal(proposer, now);
    }

    /**
     * Confirms that the office ends; {@link Office#end} then ends it.
     *
     * @throws SecondPersonNeeded for the proposer
     * @throws AlreadyConfirmed when somebody was quicker
     * @throws ProposalWithdrawn when it was taken back
     * @throws OfficeEnded when the office has another end meanwhile
     */
    public void confirm(Office office, CurrentUser second, Instant now) {
        proposal.confirm(second, now);
        office.mustBeAbleToEnd(endsOn);
    }

    /**
     * Takes the proposal back.
     *
     * @throws AlreadyConfirmed when it counts already
     * @throws ProposalWithdrawn when it was taken back before
     * @throws NotTheProposer for anybody else
     */
    public void withdraw(CurrentUser proposer, Instant now) {
        proposal.withdrawOwn(proposer, now);
    }

    public UUID id() {
        return id;
    }

    public UUID officeId() {
        return officeId;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public Confirmation confirmation() {
        return proposal.confirmation();
    }
}
