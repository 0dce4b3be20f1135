package org.xuanpai.account.service;

import java.time.Clock;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.MayManageAccounts;
import org.xuanpai.account.OwnAccountDisabled;
import org.xuanpai.account.PasswordChosenAlready;
import org.xuanpai.account.UsernameTaken;
import org.xuanpai.account.entity.Account;
import org.xuanpai.account.repository.AccountRepository;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.platform.Constraint;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;

/** What the system administrator does with accounts. No password is ever known to anybody but its owner. */
@Service
@Transactional
public class AccountService {

    private final AccountRepository accounts;
    private final OneTimeLinks links;
    private final CredentialFacts facts;
    private final AccountSessions sessions;
    private final DutyGuards guards;
    private final AuditTrail trail;
    private final Clock clock;

    AccountService(
            AccountRepository accounts,
            OneTimeLinks links,
            CredentialFacts facts,
            AccountSessions sessions,
            DutyGuards guards,
            AuditTrail trail,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.facts = facts;
        this.sessions = sessions;
        this.guards = guards;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Creates an account and a one-time link for its owner.
     *
     * @throws UsernameTaken when the user name is in use
     */
    @MayManageAccounts
    public Invitation create(CurrentUser user, String username, String displayName) {
        if (accounts.existsByUsername(username)) {
            throw new UsernameTaken(username);
        }
        Account account = save(new Account(username, displayName, clock.instant()));
        trail.record(TrailEvent.of("account.created", username, account.id()).with("name", displayName));
        return invitation(user, account);
    }

    /**
     * Issues a fresh link to somebody who has not chosen a password yet; all links are void once one of them is used.
     *
     * @throws PasswordChosenAlready when there is a password: replacing it takes two administrators
     */
    @MayManageAccounts
    public Invitation invite(CurrentUser user, UUID accountId) {
        Account account = account(accountId);
        account.mustBeEnabled();
        if (facts.hasPassword(accountId)) {
            throw new PasswordChosenAlready(account.displayName());
        }
        trail.record(TrailEvent.of("account.invited", account.username(), account.id()));
        return invitation(user, account);
    }

    /**
     * Takes effect at the account's next request; all its sessions end.
     *
     * @throws OwnAccountDisabled when it is the own account
     * @throws org.xuanpai.account.LastSecurityAdministrator when nobody else could grant duties afterwards
     */
    @MayManageAccounts
    public void disable(CurrentUser user, UUID accountId) {
        if (user.accountId().equals(accountId)) {
            throw new OwnAccountDisabled();
        }
        Account account = account(accountId);
        guards.mustNotBeTheLast(accountId);
        account.disable(clock.instant());
        sessions.endAll(accountId);
        trail.record(TrailEvent.of("account.disabled", account.username(), account.id()));
    }

    /** Lets the owner in again, with the password and under the duties they had. */
    @MayManageAccounts
    public void enable(CurrentUser user, UUID accountId) {
        Account account = account(accountId);
        account.enable();
        trail.record(TrailEvent.of("account.enabled", account.username(), account.id()));
    }

    /** Of two at once with one user name the database lets one through. */
    private Account save(Account account) {
        try {
            return accounts.saveAndFlush(account);
        } catch (DataIntegrityViolationException refused) {
            throw Constraint.isBroken("account_username_once", refused)
                    ? new UsernameTaken(account.username())
                    : refused;
        }
    }

    private Account account(UUID id) {
        return accounts.findById(id).orElseThrow(NotFound::new);
    }

    private Invitation invitation(CurrentUser user, Account account) {
        UUID issuer = user.role().isSystem() ? null : user.accountId();
        return new Invitation(
                account.id(), account.username(), account.displayName(), links.issue(account.id(), issuer));
    }

    /**
     * A link to hand to its owner, shown once.
     *
     * @param token the secret part of the link {@code /account/activation/{token}}
     */
    public record Invitation(UUID accountId, String username, String displayName, String token) {}
}
