package org.xuanpai.division.entity;

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
import org.xuanpai.division.DivisionLevel;
import org.xuanpai.division.EffectiveOutOfRange;
import org.xuanpai.division.OnlyTownshipsHaveTypes;
import org.xuanpai.division.TypeBeforeTownship;
import org.xuanpai.division.TypeInClosedMonth;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.Confirmation;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.NotTheProposer;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Proposal;
import org.xuanpai.shared.ProposalWithdrawn;

/**
 * Whether a township is industrial, from a day on until the next confirmed type. Reports are due by it, so it counts only
 * when a second person has confirmed it, and never changes afterwards: the next type follows it.
 */
@Entity
@Table(name = "township_type")
public class TownshipType {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(name = "county_id", updatable = false)
    private UUID countyId;

    @Column(name = "township_id", updatable = false)
    private UUID townshipId;

    @Column(updatable = false)
    private boolean industrial;

    @Column(name = "valid_from", updatable = false)
    private LocalDate validFrom;

    @Column(updatable = false)
    private String reason;

    @Embedded
    private Proposal proposal;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected TownshipType() {}

    /**
     * A proposal without effect yet.
     *
     * @param earliest the first day that no closed month holds
     * @throws OnlyTownshipsHaveTypes for a unit of another level
     * @throws EffectiveOutOfRange for a day that cannot be meant
     * @throws TypeBeforeTownship when it would begin before the township
     * @throws TypeInClosedMonth when it would begin before the earliest day
     */
    public TownshipType(
            Division township,
            boolean industrial,
            LocalDate validFrom,
            LocalDate earliest,
            String reason,
            CurrentUser proposer,
            Instant now) {
        if (township.level() != DivisionLevel.TOWNSHIP) {
            throw new OnlyTownshipsHaveTypes(township.name());
        }
        if (!Period.isYear(validFrom.getYear())) {
            throw new EffectiveOutOfRange(
                    LocalDate.of(Period.FIRST_YEAR, 1, 1), LocalDate.of(Period.LAST_YEAR, 12, 31));
        }
        if (validFrom.isBefore(township.validFrom())) {
            throw new TypeBeforeTownship(township.name(), township.validFrom());
        }
        this.id = Ids.next();
        this.countyId = township.countyId();
        this.townshipId = township.id();
        this.industrial = industrial;
        this.validFrom = validFrom;
        this.reason = reason.strip();
        this.proposal = new Proposal(proposer, now);
        mustBeginBy(earliest, township.name());
    }

    private void mustBeginBy(LocalDate earliest, String township) {
        if (validFrom.isBefore(earliest)) {
            throw new TypeInClosedMonth(township, earliest);
        }
    }

    /**
     * Puts the proposal into effect; it takes another person than the proposer.
     *
     * @throws ProposalWithdrawn when it was taken back
     * @throws TypeInClosedMonth when its first month was closed meanwhile
     */
    public void confirm(Division township, LocalDate earliest, CurrentUser second, Instant now) {
        proposal.mustBeOpen();
        mustBeginBy(earliest, township.name());
        proposal.confirm(second, now);
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

    public UUID townshipId() {
        return townshipId;
    }

    public boolean isIndustrial() {
        return industrial;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public Confirmation confirmation() {
        return proposal.confirmation();
    }
}
