package org.xuanpai.progress.check.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.progress.check.CheckRule;
import org.xuanpai.progress.check.Parameter;
import org.xuanpai.progress.check.ProposedRule;
import org.xuanpai.progress.check.RuleKind;
import org.xuanpai.progress.check.RuleStartsTooEarly;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.Confirmation;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Proposal;
import org.xuanpai.shared.ProposalWithdrawn;
import org.xuanpai.shared.Severity;

/**
 * A county's own version of a rule. Reports are judged by it, so it counts only when a second person has confirmed it, and never
 * changes afterwards: the next version follows it.
 */
@Entity
@Table(name = "check_rule")
public class RuleVersion {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID countyId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private RuleKind kind;

    @Column(updatable = false)
    private @Nullable String indicatorCode;

    @Column(updatable = false)
    private @Nullable String otherCode;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Severity severity;

    @Column(updatable = false)
    private boolean active;

    @Column(updatable = false)
    private @Nullable BigDecimal limitPercent;

    @Column(updatable = false)
    private @Nullable BigDecimal leastBase;

    @Column(updatable = false)
    private @Nullable BigDecimal bandFactor;

    @Column(updatable = false)
    private @Nullable BigDecimal leastBand;

    @Column(updatable = false)
    private @Nullable Integer windowMonths;

    @Column(updatable = false)
    private @Nullable Integer leastPoints;

    @Column(updatable = false)
    private LocalDate validFrom;

    @Column(updatable = false)
    private @Nullable LocalDate validTo;

    @Column(updatable = false)
    private String reason;

    @Embedded
    private Proposal proposal;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected RuleVersion() {}

    /**
     * A proposal without effect yet.
     *
     * @param earliest the first month whose reports are not done
     * @throws RuleStartsTooEarly when it would begin before
     */
    public RuleVersion(UUID county, ProposedRule proposed, Period earliest, CurrentUser proposer, Instant now) {
        CheckRule rule = proposed.rule();
        this.id = Ids.next();
        this.countyId = county;
        this.kind = rule.kind();
        this.indicatorCode = rule.indicator();
        this.otherCode = rule.other();
        this.severity = rule.severity();
        this.active = rule.active();
        this.limitPercent = rule.parameters().get(Parameter.LIMIT);
        this.leastBase = rule.parameters().get(Parameter.LEAST_BASE);
        this.bandFactor = rule.parameters().get(Parameter.BAND_FACTOR);
        this.leastBand = rule.parameters().get(Parameter.LEAST_BAND);
        this.windowMonths = whole(rule.parameters().get(Parameter.WINDOW));
        this.leastPoints = whole(rule.parameters().get(Parameter.LEAST_POINTS));
        this.validFrom = proposed.from().key();
        this.validTo = proposed.until() == null ? null : proposed.until().next().key();
        this.reason = proposed.reason();
        this.proposal = new Proposal(proposer, now);
        mustBeginBy(earliest);
    }

    private static @Nullable Integer whole(@Nullable BigDecimal value) {
        return value == null ? null : value.intValueExact();
    }

    /**
     * Puts the proposal into effect from its month on; it takes another person than the proposer.
     *
     * @throws ProposalWithdrawn when it was taken back
     * @throws RuleStartsTooEarly when the reports of its first month are done meanwhile
     */
    public void confirm(Period earliest, CurrentUser second, Instant now) {
        proposal.mustBeOpen();
        mustBeginBy(earliest);
        proposal.confirm(second, now);
    }

    /**
     * Takes the proposal back, or refuses it; by whom, the trail says.
     *
     * @throws AlreadyConfirmed when it counts already
     * @throws ProposalWithdrawn when it was taken back before
     */
    public void withdraw(Instant now) {
        proposal.withdraw(now);
    }

    private void mustBeginBy(Period earliest) {
        if (validFrom.isBefore(earliest.key())) {
            throw new RuleStartsTooEarly(earliest);
        }
    }

    public UUID id() {
        return id;
    }

    public RuleKind kind() {
        return kind;
    }

    public Confirmation confirmation() {
        return proposal.confirmation();
    }
}
