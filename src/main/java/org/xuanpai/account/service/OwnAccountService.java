package org.xuanpai.account.service;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.account.OwnAccount;
import org.xuanpai.account.WrongPassword;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.platform.CurrentUsers;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;

/** What anybody may do with the own account. Passwords are compared and hashed before the transaction begins: that is slow. */
@Service
public class OwnAccountService {

    private final JdbcClient jdbc;
    private final CurrentUsers users;
    private final PasswordTries tries;
    private final PasswordHashes hashes;
    private final AccountSessions sessions;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;
    private final Clock clock;

    OwnAccountService(
            JdbcClient jdbc,
            CurrentUsers users,
            PasswordTries tries,
            PasswordHashes hashes,
            AccountSessions sessions,
            AuditTrail trail,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.tries = tries;
        this.hashes = hashes;
        this.sessions = sessions;
        this.trail = trail;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * The duty to act under from the next request on.
     *
     * @throws NotFound when it is not a valid duty of this account
     */
    @OwnAccount
    public CurrentUser switchDuty(CurrentUser user, UUID dutyId) {
        CurrentUser next = users.find(user.accountId(), dutyId)
                .map(CurrentUsers.Acting::user)
                .filter(found -> dutyId.equals(found.dutyId()))
                .orElseThrow(NotFound::new);
        transactions.executeWithoutResult(status -> trail.record(
                TrailEvent.of("account.dutySwitched", next.unitName(), dutyId).with("role", next.role())));
        return next;
    }

    /**
     * Changes the password and ends every session of the account, this one included. A wrong old password counts like a wrong
     * log-in, so that nobody guesses it here.
     *
     * @throws WrongPassword when the old one does not fit, or no more tries are granted for a while
     * @throws org.xuanpai.account.WeakPassword when the new one is not good enough
     * @throws org.xuanpai.account.TooManyAtOnce when the server has no time for it now
     */
    @OwnAccount
    public void changePassword(CurrentUser user, String oldPassword, String newPassword) {
        String old = PasswordRule.normalized(oldPassword);
        if (PasswordRule.isImpossible(old) || !tries.fits(user.username(), old)) {
            throw new WrongPassword();
        }
        tries.succeeded(user.accountId());
        String normalized = PasswordRule.normalized(newPassword);
        PasswordRule.check(normalized, user.username(), user.displayName());
        String hash = hashes.hash(normalized);
        transactions.executeWithoutResult(status -> {
            jdbc.sql("select change_password(:account, :hash, :now)")
                    .param("account", user.accountId())
                    .param("hash", hash)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .query((row, n) -> 1)
                    .list();
            sessions.endAll(user.accountId());
            trail.record(TrailEvent.of("account.passwordChanged", user.username(), user.accountId()));
        });
    }
}
