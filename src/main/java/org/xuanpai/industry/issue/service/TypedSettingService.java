package org.xuanpai.industry.issue.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.industry.MayEditIndicators;
import org.xuanpai.industry.TypedValue;
import org.xuanpai.industry.issue.SettingProposed;
import org.xuanpai.industry.issue.entity.TypedSetting;
import org.xuanpai.industry.issue.repository.TypedSettingRepository;
import org.xuanpai.platform.Constraint;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;

/** Sets which value of a flow is typed in the county: one organizer proposes, a second one confirms. */
@Service
@Transactional
public class TypedSettingService {

    private final TypedSettingRepository settings;
    private final Indicators indicators;
    private final AuditTrail trail;
    private final Clock clock;

    TypedSettingService(TypedSettingRepository settings, Indicators indicators, AuditTrail trail, Clock clock) {
        this.settings = settings;
        this.indicators = indicators;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Proposes the other value from a month on.
     *
     * @throws NotFound for an indicator that is not asked for then
     * @throws SettingProposed while another proposal for it waits
     * @throws org.xuanpai.industry.issue.SettingNotNew when it is that way already
     * @throws org.xuanpai.industry.issue.SettingTooLate when the month is over
     */
    @MayEditIndicators
    public UUID propose(CurrentUser user, String code, TypedValue typed, Period from) {
        UUID county = IssuerAccess.of(user).county();
        IndicatorView indicator = indicators.askedIn(county, from).stream()
                .filter(asked -> asked.code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
        settings.findOpen(user.scope(), code).ifPresent(open -> {
            throw new SettingProposed(open.confirmation().proposedByName());
        });
        TypedSetting setting =
                new TypedSetting(county, indicator, typed, from, user, clock.instant(), LocalDate.now(clock));
        try {
            settings.saveAndFlush(setting);
        } catch (DataIntegrityViolationException quicker) {
            throw Constraint.isBroken("typed_setting_one_proposal", quicker) ? new SettingProposed("") : quicker;
        }
        trail.record(event("industry.typedProposed", setting));
        return setting.id();
    }

    /**
     * Puts a proposal into effect.
     *
     * @throws org.xuanpai.shared.SecondPersonNeeded for the proposer
     * @throws AlreadyConfirmed when somebody was quicker
     * @throws org.xuanpai.shared.ProposalWithdrawn when it was taken back
     * @throws org.xuanpai.industry.issue.SettingTooLate when its first month is over meanwhile
     */
    @MayEditIndicators
    public void confirm(CurrentUser user, UUID id) {
        TypedSetting setting = settings.findById(user.scope(), id).orElseThrow(NotFound::new);
        setting.confirm(user, clock.instant(), LocalDate.now(clock));
        save(setting);
        trail.record(event("industry.typedConfirmed", setting)
                .with("proposedBy", setting.confirmation().proposedByName()));
    }

    /** Takes a proposal back; any organizer of the county may. */
    @MayEditIndicators
    public void withdraw(CurrentUser user, UUID id) {
        TypedSetting setting = settings.findById(user.scope(), id).orElseThrow(NotFound::new);
        setting.withdraw(clock.instant());
        save(setting);
        trail.record(event("industry.typedWithdrawn", setting)
                .with("proposedBy", setting.confirmation().proposedByName()));
    }

    private void save(TypedSetting setting) {
        try {
            settings.saveAndFlush(setting);
        } catch (OptimisticLockingFailureException quicker) {
            throw settings.overtaken(setting.id());
        }
    }

    private static TrailEvent event(String action, TypedSetting setting) {
        return TrailEvent.of(action, setting.indicatorCode() + " " + setting.from(), setting.id())
                .with("typed", setting.typed());
    }
}
