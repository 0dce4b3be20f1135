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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.people.AssignmentEnded;
import org.xuanpai.posting.people.AssignmentKind;
import org.xuanpai.posting.people.AssignmentNotConfirmed;
import org.xuanpai.posting.people.DatesOutOfOrder;
import org.xuanpai.posting.people.DayUnlikely;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.Confirmation;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.NotTheProposer;
import org.xuanpai.shared.Proposal;
import org.xuanpai.shared.ProposalWithdrawn;
import org.xuanpai.shared.SecondPersonNeeded;

/**
 * A liaison or a secondment: entered by one organizer, on record when a second one has confirmed it. It gives no rights and is
 * never a posting (clause B3), so its end is one organizer's entry.
 */
@Entity
@Table(name = "person_assignment")
public class Assignment {

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
    private AssignmentKind kind;

    @Column(updatable = false)
    private UUID townshipId;

    @Column(updatable = false)
    private @Nullable UUID villageId;

    @Column(updatable = false)
    private LocalDate validFrom;

    private @Nullable LocalDate validTo;

    @Column(updatable = false)
    private String document;

    @Embedded
    private Proposal proposal;

    private @Nullable UUID endedBy;

    private @Nullable String endedByName;

    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Assignment() {}

    /**
     * An entry that does not count yet.
     *
     * @param villageId a village of the township; {@code null} when it is the township itself
     * @param validTo first day on which it is no more; {@code null} while it lasts
     * @param document number of the paper that says so, 1 to 100 characters
     * @throws DayUnlikely for a day that cannot be meant
     * @throws DatesOutOfOrder when it would end before it begins
     */
    public Assignment(
            Person person,
            AssignmentKind kind,
            UUID townshipId,
            @Nullable UUID villageId,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String document,
            CurrentUser proposer,
            Instant now) {
        Validity.check(validFrom, validTo);
        this.id = Ids.next();
        this.countyId = person.countyId();
        this.personId = person.id();
        this.kind = kind;
        this.townshipId = townshipId;
        this.villageId = villageId;
        this.validFrom = validFrom;
        this.validTo = validTo;
        this.document = document;
        this.proposal = new Proposal(proposer, now);
    }

    /**
     * Puts it on record.
     *
     * @throws SecondPersonNeeded for whoever entered it
     * @throws AlreadyConfirmed when somebody was quicker
     * @throws ProposalWithdrawn when it was taken back
     */
    public void confirm(CurrentUser second, Instant now) {
        proposal.confirm(second, now);
    }

    /**
     * Takes it back.
     *
     * @throws AlreadyConfirmed when it counts already
     * @throws ProposalWithdrawn when it was taken back before
     * @throws NotTheProposer for anybody else
     */
    public void withdraw(CurrentUser proposer, Instant now) {
        proposal.withdrawOwn(proposer, now);
    }

    /**
     * Ends it, once.
     *
     * @param day first day on which it is no more
     * @throws AssignmentNotConfirmed when it does not count yet
     * @throws AssignmentEnded when it has an end already
     * @throws DayUnlikely for a day that cannot be meant
     * @throws DatesOutOfOrder for a day that is not after its first
     */
    public void end(LocalDate day, CurrentUser organizer, Instant now) {
        if (!confirmation().isConfirmed()) {
            throw new AssignmentNotConfirmed();
        }
        if (validTo != null) {
            throw new AssignmentEnded(validTo);
        }
        Validity.check(validFrom, day);
        this.validTo = day;
        this.endedBy = organizer.accountId();
        this.endedByName = organizer.displayName();
        this.endedAt = now;
    }

    public UUID id() {
        return id;
    }

    public AssignmentKind kind() {
        return kind;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public Confirmation confirmation() {
        return proposal.confirmation();
    }
}
