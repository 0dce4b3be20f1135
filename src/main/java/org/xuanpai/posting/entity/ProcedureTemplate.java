package org.xuanpai.posting.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.ProcedureInPast;
import org.xuanpai.posting.ProcedureView;
import org.xuanpai.posting.StepKind;
import org.xuanpai.posting.TermStart;
import org.xuanpai.shared.Confirmation;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Proposal;

/** How a county appoints, for rounds opened from a day on. It feeds rules, so it takes two persons, and it never changes. */
@Entity
public class ProcedureTemplate {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID countyId;

    @Column(updatable = false)
    private LocalDate validFrom;

    @Column(updatable = false)
    private String waivable;

    @Column(updatable = false)
    private int noticeDays;

    @Column(updatable = false)
    private int termYears;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private TermStart termStarts;

    @Column(updatable = false)
    private boolean votes;

    @Column(updatable = false)
    private String hotline;

    @Column(updatable = false)
    private String address;

    @Column(updatable = false)
    private String reason;

    @Embedded
    private Proposal proposal;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected ProcedureTemplate() {}

    /**
     * A proposal without effect yet.
     *
     * @throws ProcedureInPast when it would begin before today
     */
    public ProcedureTemplate(
            UUID countyId,
            LocalDate validFrom,
            ProcedureView rules,
            String reason,
            CurrentUser proposer,
            Instant now,
            LocalDate today) {
        if (validFrom.isBefore(today)) {
            throw new ProcedureInPast(today);
        }
        this.id = Ids.next();
        this.countyId = countyId;
        this.validFrom = validFrom;
        this.waivable = rules.waivable().stream()
                .filter(StepKind::isWaivable)
                .sorted()
                .map(Enum::name)
                .collect(Collectors.joining(","));
        this.noticeDays = Math.max(rules.noticeDays(), ProcedureView.SHORTEST_NOTICE);
        this.termYears = rules.termYears();
        this.termStarts = rules.termStart();
        this.votes = rules.votes();
        this.hotline = rules.hotline().strip();
        this.address = rules.address().strip();
        this.reason = reason.strip();
        this.proposal = new Proposal(proposer, now);
    }

    /** Puts it into effect, for rounds opened from its day on; it takes another person than the proposer. */
    public void confirm(CurrentUser second, Instant now) {
        proposal.confirm(second, now);
    }

    /** Takes the own proposal back. */
    public void withdraw(CurrentUser proposer, Instant now) {
        proposal.withdrawOwn(proposer, now);
    }

    public UUID id() {
        return id;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** What it says. */
    public ProcedureView rules() {
        return new ProcedureView(kinds(), noticeDays, termYears, termStarts, votes, hotline, address);
    }

    private Set<StepKind> kinds() {
        return Arrays.stream(waivable.split(","))
                .filter(name -> !name.isEmpty())
                .map(StepKind::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Confirmation confirmation() {
        return proposal.confirmation();
    }
}
