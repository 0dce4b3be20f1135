package org.xuanpai.posting.people.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.people.DatesOutOfOrder;
import org.xuanpai.posting.people.DayUnlikely;
import org.xuanpai.posting.people.PortfolioEnded;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;

/** Work of the whole county that a leader is in charge of for a time (分管工作, clause C6). */
@Entity
@Table(name = "person_portfolio")
public class Portfolio {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID countyId;

    @Column(updatable = false)
    private UUID personId;

    @Column(updatable = false)
    private String work;

    @Column(updatable = false)
    private LocalDate validFrom;

    private @Nullable LocalDate validTo;

    @Column(updatable = false)
    private UUID enteredBy;

    @Column(updatable = false)
    private String enteredByName;

    @Column(updatable = false)
    private Instant enteredAt;

    private @Nullable UUID endedBy;

    private @Nullable String endedByName;

    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Portfolio() {}

    /**
     * A portfolio as an organizer enters it.
     *
     * @param work the field of work, 1 to 200 characters
     * @param validTo first day on which it is somebody else's; {@code null} while it is not
     * @throws DayUnlikely for a day that cannot be meant
     * @throws DatesOutOfOrder when it would end before it begins
     */
    public Portfolio(
            Person person,
            String work,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            CurrentUser organizer,
            Instant now) {
        Validity.check(validFrom, validTo);
        this.id = Ids.next();
        this.countyId = person.countyId();
        this.personId = person.id();
        this.work = work;
        this.validFrom = validFrom;
        this.validTo = validTo;
        this.enteredBy = organizer.accountId();
        this.enteredByName = organizer.displayName();
        this.enteredAt = now;
    }

    /**
     * Ends it, once.
     *
     * @param day first day on which it is no more
     * @throws PortfolioEnded when it has an end already
     * @throws DayUnlikely for a day that cannot be meant
     * @throws DatesOutOfOrder for a day that is not after its first
     */
    public void end(LocalDate day, CurrentUser organizer, Instant now) {
        if (validTo != null) {
            throw new PortfolioEnded(validTo);
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

    public String work() {
        return work;
    }

    public LocalDate validFrom() {
        return validFrom;
    }
}
