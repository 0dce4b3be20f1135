package org.xuanpai.industry.issue.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.TypedValue;
import org.xuanpai.industry.issue.SettingNotNew;
import org.xuanpai.industry.issue.SettingTooLate;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.Confirmation;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Proposal;
import org.xuanpai.shared.ProposalWithdrawn;

/**
 * Which value of a flow is typed and issued in a county from a month on. Every derived value follows from it, so it counts only
 * when a second person has confirmed it, and it never reaches back: figures that are there keep their meaning.
 */
@Entity
public class TypedSetting {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID countyId;

    @Column(updatable = false)
    private String indicatorCode;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private TypedValue typed;

    @Column(updatable = false)
    private LocalDate validFrom;

    @Embedded
    private Proposal proposal;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected TypedSetting() {}

    /**
     * A proposal without effect yet.
     *
     * @param indicator as it is set in that month
     * @param today a month that is over can have figures already
     * @throws SettingNotNew when it is that way already, or the indicator is no flow
     * @throws SettingTooLate when the month is over
     */
    public TypedSetting(
            UUID countyId,
            IndicatorView indicator,
            TypedValue typed,
            Period from,
            CurrentUser proposer,
            Instant now,
            LocalDate today) {
        if (!indicator.isFlow() || indicator.typed() == typed) {
            throw new SettingNotNew();
        }
        mustNotReachBack(from, today);
        this.id = Ids.next();
        this.countyId = countyId;
        this.indicatorCode = indicator.code();
        this.typed = typed;
        this.validFrom = from.key();
        this.proposal = new Proposal(proposer, now);
    }

    /**
     * Puts it into effect; it takes another person than the proposer.
     *
     * @throws ProposalWithdrawn when it was taken back
     * @throws SettingTooLate when its first month is over meanwhile
     */
    public void confirm(CurrentUser second, Instant now, LocalDate today) {
        proposal.mustBeOpen();
        mustNotReachBack(from(), today);
        proposal.confirm(second, now);
    }

    /**
     * Takes the proposal back; by whom, the trail says.
     *
     * @throws AlreadyConfirmed when it counts already
     * @throws ProposalWithdrawn when it was taken back before
     */
    public void withdraw(Instant now) {
        proposal.withdraw(now);
    }

    private static void mustNotReachBack(Period from, LocalDate today) {
        if (from.lastDay().isBefore(today)) {
            throw new SettingTooLate(Period.latestOver(today).next());
        }
    }

    public UUID id() {
        return id;
    }

    public String indicatorCode() {
        return indicatorCode;
    }

    public TypedValue typed() {
        return typed;
    }

    public Period from() {
        return Period.containing(validFrom);
    }

    public Confirmation confirmation() {
        return proposal.confirmation();
    }
}
