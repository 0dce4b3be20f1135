package org.xuanpai.calendar.entity;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xuanpai.calendar.ProposalClosed;
import org.xuanpai.calendar.StatutoryDay;
import org.xuanpai.shared.Confirmation;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.StaleVersion;

/**
 * An edition: the statutory days of one year as announced. Proposed by one organizer, in effect once a second confirmed it.
 * Its days never change; another edition replaces it.
 */
@Entity
@Table(name = "calendar_year")
public class CalendarYear {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(name = "year", updatable = false)
    private short year;

    @Column(name = "papers", updatable = false)
    private String papers;

    @Enumerated(EnumType.STRING)
    private CalendarYearStatus status;

    @Column(name = "shipped", updatable = false)
    private boolean shipped;

    // The application's database role may update the status and the confirmation, nothing else.
    @Embedded
    @AttributeOverride(name = "proposedBy", column = @Column(name = "proposed_by", updatable = false))
    @AttributeOverride(name = "proposedByName", column = @Column(name = "proposed_by_name", updatable = false))
    @AttributeOverride(name = "proposedAt", column = @Column(name = "proposed_at", updatable = false))
    private @Nullable Confirmation confirmation;

    @ElementCollection
    @CollectionTable(name = "calendar_day", joinColumns = @JoinColumn(name = "calendar_year_id"))
    private Set<CalendarDay> days = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // for JPA
    protected CalendarYear() {}

    /**
     * A proposal.
     *
     * @param papers addresses or numbers of the announcements, one a line
     */
    public CalendarYear(int year, String papers, Collection<StatutoryDay> days, CurrentUser proposer, Instant now) {
        this.id = Ids.next();
        this.year = (short) year;
        this.papers = papers;
        this.status = CalendarYearStatus.PROPOSED;
        this.confirmation = new Confirmation(proposer, now);
        this.days = days.stream().map(CalendarDay::of).collect(Collectors.toSet());
    }

    /**
     * Takes effect.
     *
     * @param seen the version the second person looked at
     */
    public void confirm(CurrentUser second, long seen, Instant now) {
        Confirmation open = openProposal(seen);
        open.confirm(second, now);
        status = CalendarYearStatus.IN_EFFECT;
    }

    /** Is taken back; by whom, the trail says. */
    public void withdraw(long seen) {
        openProposal(seen);
        status = CalendarYearStatus.WITHDRAWN;
    }

    /** Makes room for another edition of the same year. */
    public void giveWay() {
        if (!status.canBecome(CalendarYearStatus.REPLACED)) {
            throw new IllegalStateException("an edition that is " + status + " cannot be replaced");
        }
        status = CalendarYearStatus.REPLACED;
    }

    private Confirmation openProposal(long seen) {
        if (confirmation == null || !status.canBecome(CalendarYearStatus.WITHDRAWN)) {
            throw new ProposalClosed(year);
        }
        if (version == null || version != seen) {
            throw new StaleVersion();
        }
        return confirmation;
    }

    public UUID id() {
        return id;
    }

    public int year() {
        return year;
    }

    public CalendarYearStatus status() {
        return status;
    }

    /** Who proposed it; empty for a shipped edition. */
    public String proposerName() {
        return confirmation == null ? "" : confirmation.proposedByName();
    }

    public int size() {
        return days.size();
    }
}
