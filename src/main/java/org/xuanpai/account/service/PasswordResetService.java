package org.xuanpai.account.service;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.MayConfirmResets;
import org.xuanpai.account.MayHandleResets;
import org.xuanpai.account.MayProposeResets;
import org.xuanpai.account.NoPasswordYet;
import org.xuanpai.account.ResetOver;
import org.xuanpai.account.ResetProposedAlready;
import org.xuanpai.account.UnknownAccount;
import org.xuanpai.account.entity.Account;
import org.xuanpai.account.entity.PasswordReset;
import org.xuanpai.account.repository.AccountRepository;
import org.xuanpai.account.repository.PasswordResetRepository;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.platform.Constraint;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.RuleViolation;

/**
 * A new password for an account that has one: two administrators of different kinds, each of whom knows one half of what its
 * owner needs (decision 15; controls A9, C8).
 */
@Service
@Transactional
public class PasswordResetService {

    private final AccountRepository accounts;
    private final PasswordResetRepository resets;
    private final CredentialFacts facts;
    private final OneTimeLinks links;
    private final AuditTrail trail;
    private final Clock clock;

    PasswordResetService(
            AccountRepository accounts,
            PasswordResetRepository resets,
            CredentialFacts facts,
            OneTimeLinks links,
            AuditTrail trail,
            Clock clock) {
        this.accounts = accounts;
        this.resets = resets;
        this.facts = facts;
        this.links = links;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Proposes a reset. The link does nothing before somebody else has confirmed, and nothing afterwards without the code.
     *
     * @throws UnknownAccount when no account has the user name
     * @throws org.xuanpai.account.AccountDisabled when the account is disabled
     * @throws NoPasswordYet when the owner has not chosen a password yet
     * @throws org.xuanpai.account.ResetOfOwnPassword when it is the own account
     * @throws org.xuanpai.account.WrongAdministratorForReset when this administrator begins no reset of such an account
     * @throws ResetProposedAlready when a reset of this password is open
     */
    @MayProposeResets
    public LinkHalf propose(CurrentUser user, String username) {
        Account account = accounts.findByUsername(username).orElseThrow(() -> new UnknownAccount(username));
        account.mustBeEnabled();
        if (!facts.hasPassword(account.id())) {
            throw new NoPasswordYet(account.displayName());
        }
        Instant now = clock.instant();
        PasswordReset reset = save(new PasswordReset(account, facts.isAdministrator(account.id(), now), user, now));
        trail.record(TrailEvent.of("account.resetProposed", account.username(), account.id())
                .with("name", account.displayName()));
        return new LinkHalf(account.username(), account.displayName(), links.issue(reset, user.accountId(), now));
    }

    /**
     * Confirms a reset as the second person and gives the code that its owner needs beside the link.
     *
     * @throws org.xuanpai.account.AccountDisabled when the account is disabled
     * @throws ResetOver when it is used, refused or too old
     * @throws AlreadyConfirmed when somebody confirmed it before
     * @throws org.xuanpai.shared.SecondPersonNeeded when the proposer confirms the own proposal
     * @throws org.xuanpai.account.ResetOfOwnPassword when it is the own account
     * @throws org.xuanpai.account.WrongAdministratorForReset when this administrator is not the second one for such an account
     */
    @MayConfirmResets
    public CodeHalf confirm(CurrentUser user, UUID id) {
        PasswordReset reset = resets.findById(id).orElseThrow(NotFound::new);
        // an auditor sees no accounts; the link of a disabled one does not work whoever confirms it
        accounts.findById(reset.accountId()).ifPresent(Account::mustBeEnabled);
        String code = Secrets.code();
        reset.confirm(user, Secrets.digestOfCode(code), clock.instant());
        decided(reset, AlreadyConfirmed::new);
        trail.record(TrailEvent.of("account.resetConfirmed", reset.username(), reset.accountId())
                .with("name", reset.displayName())
                .with("proposedBy", reset.proposedByName()));
        return new CodeHalf(reset.username(), reset.displayName(), code);
    }

    /**
     * Refuses a reset, or takes back the own proposal; its link is void at once, confirmed or not.
     *
     * @throws ResetOver when it is used, refused or too old
     */
    @MayHandleResets
    public void refuse(CurrentUser user, UUID id) {
        PasswordReset reset = resets.findById(id).orElseThrow(NotFound::new);
        reset.refuse(user, clock.instant());
        decided(reset, () -> new ResetOver(reset.displayName()));
        trail.record(TrailEvent.of("account.resetRefused", reset.username(), reset.accountId())
                .with("name", reset.displayName())
                .with("proposedBy", reset.proposedByName()));
    }

    private void decided(PasswordReset reset, Supplier<RuleViolation> somebodyWasQuicker) {
        try {
            resets.saveAndFlush(reset);
        } catch (OptimisticLockingFailureException quicker) {
            throw somebodyWasQuicker.get();
        }
    }

    /** Of two at once the database lets one through. */
    private PasswordReset save(PasswordReset reset) {
        try {
            return resets.saveAndFlush(reset);
        } catch (DataIntegrityViolationException refused) {
            throw Constraint.isBroken("password_reset_one_open_at_a_time", refused)
                    ? new ResetProposedAlready(reset.displayName())
                    : refused;
        }
    }

    /**
     * What the proposer hands to the owner.
     *
     * @param token the secret part of the link {@code /account/activation/{token}}
     */
    public record LinkHalf(String username, String displayName, String token) {}

    /** What the confirmer hands to the owner, by another way than the link. */
    public record CodeHalf(String username, String displayName, String code) {}
}
