package org.xuanpai.account.service;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.AdministratorRolesApart;
import org.xuanpai.account.DutyHeldAlready;
import org.xuanpai.account.DutyUnit;
import org.xuanpai.account.LastSecurityAdministrator;
import org.xuanpai.account.MayGrantDuties;
import org.xuanpai.account.entity.Account;
import org.xuanpai.account.entity.Duty;
import org.xuanpai.account.repository.AccountRepository;
import org.xuanpai.account.repository.DutyRepository;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Role;

/** What the security administrator does: grants and ends duties. */
@Service
@Transactional
public class DutyService {

    private final AccountRepository accounts;
    private final DutyRepository duties;
    private final AuditTrail trail;
    private final Clock clock;

    DutyService(AccountRepository accounts, DutyRepository duties, AuditTrail trail, Clock clock) {
        this.accounts = accounts;
        this.duties = duties;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Grants a role at a unit.
     *
     * @param unit where the role is held; its level must be the role's
     * @param from the instant it begins
     * @throws org.xuanpai.account.SelfGranted when the granter is the holder
     * @throws AdministratorRolesApart when the person holds another administrator role
     * @throws DutyHeldAlready when the person holds this duty at that time
     */
    @MayGrantDuties
    public UUID grant(CurrentUser user, UUID accountId, Role role, DutyUnit unit, Instant from) {
        Account account = accounts.findById(accountId).orElseThrow(NotFound::new);
        account.mustBeEnabled();
        Duty duty = save(new Duty(accountId, role, unit, from, user), account);
        trail.record(TrailEvent.of("duty.granted", account.username(), duty.id())
                .with("role", role)
                .with("unit", unit.name())
                .with("from", from));
        return duty.id();
    }

    /**
     * Ends a duty now.
     *
     * @throws LastSecurityAdministrator when nobody else could grant duties afterwards
     */
    @MayGrantDuties
    public void end(CurrentUser user, UUID dutyId) {
        Duty duty = duties.findById(dutyId).orElseThrow(NotFound::new);
        Instant now = clock.instant();
        if (duty.role() == Role.SECURITY_ADMIN && isLast(duty, now)) {
            throw new LastSecurityAdministrator();
        }
        duty.end(now, user);
        trail.record(TrailEvent.of("duty.ended", duty.unitName(), duty.id()).with("role", duty.role()));
    }

    private boolean isLast(Duty duty, Instant now) {
        return duties.findByRole(Role.SECURITY_ADMIN).stream()
                .noneMatch(other -> !other.id().equals(duty.id()) && other.isValidAt(now));
    }

    /** The database holds the two rules, so that a race cannot get around them either. */
    private Duty save(Duty duty, Account account) {
        try {
            return duties.saveAndFlush(duty);
        } catch (DataIntegrityViolationException refused) {
            String message = String.valueOf(refused.getMessage());
            if (message.contains("duty_one_administrator_role_per_person")) {
                throw new AdministratorRolesApart(account.displayName());
            }
            if (message.contains("duty_once_at_a_time")) {
                throw new DutyHeldAlready(account.displayName());
            }
            throw refused;
        }
    }
}
