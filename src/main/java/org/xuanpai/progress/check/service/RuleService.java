package org.xuanpai.progress.check.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.platform.Constraint;
import org.xuanpai.progress.check.CheckRule;
import org.xuanpai.progress.check.MayEditChecks;
import org.xuanpai.progress.check.ProposedRule;
import org.xuanpai.progress.check.RuleAlreadyProposed;
import org.xuanpai.progress.check.RuleRefused;
import org.xuanpai.progress.check.entity.RuleVersion;
import org.xuanpai.progress.check.repository.RuleVersionRepository;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;

/** Sets the rules of a county's checks: one organizer proposes, a second one confirms. */
@Service
@Transactional
public class RuleService {

    private final RuleVersionRepository rules;
    private final Indicators indicators;
    private final AuditTrail trail;
    private final Clock clock;

    RuleService(RuleVersionRepository rules, Indicators indicators, AuditTrail trail, Clock clock) {
        this.rules = rules;
        this.indicators = indicators;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Proposes a rule of the organizer's county. Without effect until a second organizer confirms it.
     *
     * @return the id of the proposal
     * @throws RuleRefused when it is about an indicator that is not asked for
     * @throws RuleAlreadyProposed while another proposal of the same rule waits
     * @throws org.xuanpai.progress.check.RuleStartsTooEarly when it would begin with a month that is done
     */
    @MayEditChecks
    public UUID propose(CurrentUser user, ProposedRule proposed) {
        UUID county = user.scope().counties().stream().findFirst().orElseThrow(NotFound::new);
        mustBeAsked(proposed);
        RuleVersion version = new RuleVersion(county, proposed, earliest(), user, clock.instant());
        try {
            rules.saveAndFlush(version);
        } catch (DataIntegrityViolationException quicker) {
            throw Constraint.isBroken("check_rule_one_proposal", quicker) ? new RuleAlreadyProposed() : quicker;
        }
        trail.record(event("check.ruleProposed", version)
                .with("rule", words(proposed.rule()))
                .with("validFrom", proposed.from())
                .with("validTo", Objects.requireNonNullElse(proposed.until(), ""))
                .with("reason", proposed.reason()));
        return version.id();
    }

    /**
     * Puts a proposal into effect from its month on.
     *
     * @throws org.xuanpai.shared.SecondPersonNeeded for the proposer
     * @throws AlreadyConfirmed when somebody was quicker
     * @throws org.xuanpai.shared.ProposalWithdrawn when it was taken back
     * @throws org.xuanpai.progress.check.RuleStartsTooEarly when the reports of its first month are done meanwhile
     */
    @MayEditChecks
    public void confirm(CurrentUser user, UUID id) {
        RuleVersion version = rules.findById(user.scope(), id).orElseThrow(NotFound::new);
        version.confirm(earliest(), user, clock.instant());
        save(version);
        trail.record(event("check.ruleConfirmed", version)
                .with("proposedBy", version.confirmation().proposedByName()));
    }

    /**
     * Takes a proposal back, or refuses somebody else's.
     *
     * @throws AlreadyConfirmed when it counts already
     * @throws org.xuanpai.shared.ProposalWithdrawn when it was taken back before
     */
    @MayEditChecks
    public void withdraw(CurrentUser user, UUID id) {
        RuleVersion version = rules.findById(user.scope(), id).orElseThrow(NotFound::new);
        version.withdraw(clock.instant());
        save(version);
        boolean own = version.confirmation().proposedBy().equals(user.accountId());
        TrailEvent event = own ? event("check.ruleWithdrawn", version) : event("check.ruleRefused", version);
        trail.record(event.with("proposedBy", version.confirmation().proposedByName()));
    }

    private void save(RuleVersion version) {
        try {
            rules.saveAndFlush(version);
        } catch (OptimisticLockingFailureException quicker) {
            throw rules.overtaken(version.id());
        }
    }

    private void mustBeAsked(ProposedRule proposed) {
        CheckRule rule = proposed.rule();
        boolean two = rule.other() != null;
        boolean known = indicators.askedIn(proposed.from()).stream()
                .map(IndicatorView::code)
                .collect(Collectors.toSet())
                .containsAll(Stream.of(rule.indicator(), rule.other())
                        .filter(Objects::nonNull)
                        .toList());
        if (!known || rule.indicator() != null && !two && !rule.kind().isPerIndicator()) {
            throw new RuleRefused("indicator");
        }
    }

    /** The month that is being reported; what is older is done. */
    private Period earliest() {
        return Period.latestOver(LocalDate.now(clock));
    }

    private static TrailEvent event(String action, RuleVersion version) {
        return TrailEvent.of(action, version.kind().name(), version.id());
    }

    /** {@code YEAR_CHANGE fixed_investment REASON on LIMIT=80 LEAST_BASE=10}: the whole rule, since it never changes again. */
    private static String words(CheckRule rule) {
        StringBuilder words = new StringBuilder(rule.kind().name());
        if (rule.indicator() != null) {
            words.append(' ').append(rule.indicator());
        }
        if (rule.other() != null) {
            words.append(' ').append(rule.other());
        }
        words.append(' ').append(rule.severity()).append(rule.active() ? " on" : " off");
        rule.parameters()
                .forEach((parameter, value) -> words.append(' ')
                        .append(parameter)
                        .append('=')
                        .append(value.stripTrailingZeros().toPlainString()));
        return words.toString();
    }
}
