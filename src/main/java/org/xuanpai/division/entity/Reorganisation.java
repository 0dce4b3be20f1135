package org.xuanpai.division.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.EffectiveOutOfRange;
import org.xuanpai.division.ReorganisationKind;
import org.xuanpai.division.UnitChange;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.Confirmation;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.NotTheProposer;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Proposal;
import org.xuanpai.shared.ProposalWithdrawn;

/**
 * A change of the land on a day. What is due from whom follows from it, so it counts only when a second person has confirmed
 * it, and what it does never changes: another one follows it.
 */
@Entity
public class Reorganisation {

    /** Further ahead nobody decides; further back it would be another county's history. */
    private static final int YEARS_AHEAD = 2;

    private static final LocalDate EARLIEST = LocalDate.of(Period.FIRST_YEAR, 1, 1);

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID countyId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private ReorganisationKind kind;

    @Column(updatable = false)
    private LocalDate effectiveOn;

    @Column(updatable = false)
    private String reason;

    @Embedded
    private Proposal proposal;

    @ElementCollection
    @CollectionTable(name = "reorganisation_unit", joinColumns = @JoinColumn(name = "reorganisation_id"))
    @OrderColumn(name = "position")
    private List<ReorganisedUnit> units = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Reorganisation() {}

    /**
     * A proposal without effect yet.
     *
     * @throws EffectiveOutOfRange for a day that cannot be meant
     */
    public Reorganisation(
            UUID countyId,
            ReorganisationKind kind,
            LocalDate effectiveOn,
            String reason,
            List<UnitChange> changes,
            CurrentUser proposer,
            Instant now,
            LocalDate today) {
        LocalDate last = today.plusYears(YEARS_AHEAD);
        if (effectiveOn.isBefore(EARLIEST) || effectiveOn.isAfter(last)) {
            throw new EffectiveOutOfRange(EARLIEST, last);
        }
        this.id = Ids.next();
        this.countyId = countyId;
        this.kind = kind;
        this.effectiveOn = effectiveOn;
        this.reason = reason.strip();
        this.proposal = new Proposal(proposer, now);
        changes.forEach(change -> units.add(new ReorganisedUnit(countyId, change)));
    }

    /**
     * Puts the proposal into effect; it takes another person than the proposer.
     *
     * @throws ProposalWithdrawn when it was taken back
     */
    public void confirm(CurrentUser second, Instant now) {
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

    public UUID countyId() {
        return countyId;
    }

    public ReorganisationKind kind() {
        return kind;
    }

    public LocalDate effectiveOn() {
        return effectiveOn;
    }

    public Confirmation confirmation() {
        return proposal.confirmation();
    }

    /** What it does, unit by unit, in the order of the proposal. */
    public List<UnitChange> changes() {
        return units.stream().map(ReorganisedUnit::change).toList();
    }
}
