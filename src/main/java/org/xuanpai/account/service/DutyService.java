package org.xuanpai.account.service;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.AdministratorHoldsNothingElse;
import org.xuanpai.account.AdministratorRolesApart;
import org.xuanpai.account.DutyHeldAlready;
import org.xuanpai.account.DutyUnit;
import org.xuanpai.account.MayGrantDuties;
import org.xuanpai.account.UnknownAccount;
import org.xuanpai.account.entity.Account;
import org.xuanpai.account.entity.Duty;
import org.xuanpai.account.repository.AccountRepository;
import org.xuanpai.account.repository.DutyRepository;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.platform.Constraint;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Role;

/** What the security administrator does: grants and ends duties. */
@Service
@Transactional
public class DutyService {

    private final AccountRepository accounts;
    private final DutyRepository duties;
    private final DutyUnits units;
    private final DutyGuards guards;
    private final AuditTrail trail;
    private final Clock clock;

    DutyService(
            AccountRepository accounts,
            DutyRepository duties,
            DutyUnits units,
            DutyGuards guards,
            AuditTrail trail,
            Clock clock) {
        this.accounts = accounts;
        this.duties = duties;
        this.units = units;
        this.guards = guards;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Grants a role from now on to the account and at the unit that were named.
     *
     * @throws UnknownAccount when no account has the user name
     * @throws org.xuanpai.account.UnknownUnit when no unit in being has the code
     * @throws org.xuanpai.account.BureauNameMissing when the role is held at a bureau and none is named
     * @throws org.xuanpai.account.AccountDisabled when the account is disabled
     * @throws org.xuanpai.account.WrongUnitForRole when the unit is of another level than the role
     * @throws org.xuanpai.account.GivenByPosting for a role that follows from a posting
     * @throws org.xuanpai.account.SelfGranted when the granter is the holder
     * @throws AdministratorRolesApart when the person holds another administrator role
     * @throws AdministratorHoldsNothingElse when the person holds a duty of the other kind, administrator or not
     * @throws DutyHeldAlready when the person holds this duty
     */
    @MayGrantDuties
    public UUID grant(CurrentUser user, GrantDuty duty) {
        Account account =
                accounts.findByUsername(duty.username()).orElseThrow(() -> new UnknownAccount(duty.username()));
        DutyUnit unit = units.of(duty.role(), duty.unitCode(), duty.bureauName());
        return grant(user, account.id(), duty.role(), unit, duty.figures(), clock.instant());
    }

    /** {@link #grant(CurrentUser, UUID, Role, DutyUnit, FigureIssuer, Instant)} without the right FIGURES. */
    @MayGrantDuties
    public UUID grant(CurrentUser user, UUID accountId, Role role, DutyUnit unit, Instant from) {
        return grant(user, accountId, role, unit, null, from);
    }

    /**
     * Grants a role at a unit.
     *
     * @param unit where the role is held; its level must be the role's
     * @param figures the right FIGURES of a bureau; {@code null} for none
     * @param from the instant it begins
     * @throws org.xuanpai.account.FiguresForBureausOnly when another role is to have that right
     * @throws org.xuanpai.account.GivenByPosting for a role that follows from a posting
     * @throws org.xuanpai.account.SelfGranted when the granter is the holder
     * @throws AdministratorRolesApart when the person holds another administrator role
     * @throws AdministratorHoldsNothingElse when the person holds a duty of the other kind, administrator or not
     * @throws DutyHeldAlready when the person holds this duty at that time
     */
    @MayGrantDuties
    public UUID grant(
            CurrentUser user, UUID accountId, Role role, DutyUnit unit, @Nullable FigureIssuer figures, Instant from) {
        Account account = accounts.findById(accountId).orElseThrow(NotFound::new);
        account.mustBeEnabled();
        guards.oneAfterTheOther(accountId);
        Duty duty = save(new Duty(accountId, role, unit, figures, from, user), account);
        TrailEvent granted = TrailEvent.of("duty.granted", account.username(), duty.id())
                .with("role", role)
                .with("unit", unit.name())
                .with("from", from);
        trail.record(figures == null ? granted : granted.with("figures", figures));
        return duty.id();
    }

    /**
     * Ends a duty now.
     *
     * @throws org.xuanpai.account.GivenByPosting when it follows from a posting
     * @throws org.xuanpai.account.LastSecurityAdministrator when nobody else could grant duties afterwards
     */
    @MayGrantDuties
    public void end(CurrentUser user, UUID dutyId) {
        Duty duty = duties.findById(dutyId).orElseThrow(NotFound::new);
        Instant now = clock.instant();
        if (duty.role() == Role.SECURITY_ADMIN && duty.isValidAt(now)) {
            guards.mustNotBeTheLast(duty.accountId());
        }
        duty.end(now, user);
        String username =
                accounts.findById(duty.accountId()).map(Account::username).orElse("");
        trail.record(TrailEvent.of("duty.ended", username, duty.id())
                .with("role", duty.role())
                .with("unit", duty.unitName()));
    }

    /** The database holds the rules, so that a race cannot get around them either. */
    private Duty save(Duty duty, Account account) {
        try {
            return duties.saveAndFlush(duty);
        } catch (DataIntegrityViolationException refused) {
            if (Constraint.isBroken("duty_one_administrator_role_per_person", refused)) {
                throw new AdministratorRolesApart(account.displayName());
            }
            if (Constraint.isBroken("duty_administrators_hold_nothing_else", refused)) {
                throw new AdministratorHoldsNothingElse(account.displayName());
            }
            if (Constraint.isBroken("duty_once_at_a_time", refused)) {
                throw new DutyHeldAlready(account.displayName());
            }
            throw refused;
        }
    }
}
