package org.xuanpai.posting.people.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.people.DatesOutOfOrder;
import org.xuanpai.posting.people.DayUnlikely;
import org.xuanpai.posting.people.OfficeEnded;
import org.xuanpai.posting.people.OfficeKind;
import org.xuanpai.posting.people.OfficeNotConfirmed;
import org.xuanpai.posting.people.TownshipMissing;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.Confirmation;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.NotTheProposer;
import org.xuanpai.shared.Proposal;
import org.xuanpai.shared.ProposalWithdrawn;
import org.xuanpai.shared.SecondPersonNeeded;

/**
 * An office somebody holds from a day on. Who may be posted follows from it (clause B1), so it counts only when a second person
 * has confirmed it; its end is confirmed in the same way, see {@link OfficeEnd}.
 */
@Entity
@Table(name = "person_office")
public class Office {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID countyId;

    @Column(updatable = false)
    private UUID personId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private OfficeKind kind;

    @Column(updatable = false)
    private @Nullable UUID townshipId;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private LocalDate validFrom;

    private @Nullable LocalDate validTo;

    @Embedded
    private Proposal proposal;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Office() {}

    /**
     * A proposal without effect yet.
     *
     * @param townshipId where it is held; for a Party secretary and for nobody else
     * @param title as it is written in full
     * @param validTo first day on which it is held no more; {@code null} while it is held
     * @throws TownshipMissing for a Party secretary without a township
     * @throws DayUnlikely for a day that cannot be meant
     * @throws DatesOutOfOrder when it would end before it begins
     */
    public Office(
            Person person,
            OfficeKind kind,
            @Nullable UUID townshipId,
            String title,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            CurrentUser proposer,
            Instant now) {
        if (kind.isOfTownship() && townshipId == null) {
            throw new TownshipMissing();
        }
        Validity.check(validFrom, validTo);
        this.id = Ids.next();
        this.countyId = person.countyId();
        this.personId = person.id();
        this.kind = kind;
        this.townshipId = kind.isOfTownship() ? townshipId : null;
        this.title = title;
        this.validFrom = validFrom;
        this.validTo = validTo;
        this.proposal = new Proposal(proposer, now);
    }

    /**
     * Puts the proposal into effect.
     *
     * @throws SecondPersonNeeded for the proposer
     * @throws AlreadyConfirmed when somebody was quicker
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

    /**
     * Ends it as two persons decided.
     *
     * @throws IllegalArgumentException for an end that nobody has confirmed
     */
    public void end(OfficeEnd end) {
        if (!end.confirmation().isConfirmed() || !end.officeId().equals(id)) {
            throw new IllegalArgumentException("no confirmed end of this office");
        }
        mustBeAbleToEnd(end.endsOn());
        this.validTo = end.endsOn();
    }

    /**
     * Refuses an end that cannot be.
     *
     * @throws OfficeNotConfirmed when it does not count yet
     * @throws OfficeEnded when it ends already
     * @throws DatesOutOfOrder for a day that is not after its first
     */
    void mustBeAbleToEnd(LocalDate day) {
        if (!confirmation().isConfirmed()) {
            throw new OfficeNotConfirmed();
        }
        if (validTo != null) {
            throw new OfficeEnded(validTo);
        }
        Validity.check(validFrom, day);
    }

    public UUID id() {
        return id;
    }

    public UUID countyId() {
        return countyId;
    }

    public UUID personId() {
        return personId;
    }

    public OfficeKind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public Optional<LocalDate> validTo() {
        return Optional.ofNullable(validTo);
    }

    public Confirmation confirmation() {
        return proposal.confirmation();
    }
}
