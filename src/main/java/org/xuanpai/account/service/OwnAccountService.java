package org.xuanpai.account.service;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.OwnAccount;
import org.xuanpai.account.WrongPassword;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.platform.CurrentUsers;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;

/** What anybody may do with the own account. */
@Service
@Transactional
public class OwnAccountService {

    private final JdbcClient jdbc;
    private final CurrentUsers users;
    private final PasswordHashes hashes;
    private final AccountSessions sessions;
    private final AuditTrail trail;
    private final Clock clock;

    OwnAccountService(
            JdbcClient jdbc,
            CurrentUsers users,
            PasswordHashes hashes,
            AccountSessions sessions,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.hashes = hashes;
        this.sessions = sessions;
        this.trail = trail;
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
        trail.record(
                TrailEvent.of("account.dutySwitched", next.unitName(), dutyId).with("role", next.role()));
        return next;
    }

    /**
     * Changes the password and ends every session of the account, this one included.
     *
     * @throws WrongPassword when the old one does not fit
     * @throws org.xuanpai.account.WeakPassword when the new one is not good enough
     * @throws org.xuanpai.account.TooManyAtOnce when the server has no time for it now
     */
    @OwnAccount
    public void changePassword(CurrentUser user, String oldPassword, String newPassword) {
        String old = PasswordRule.normalized(oldPassword);
        if (PasswordRule.isImpossible(old) || !hashes.matches(old, () -> hash(user))) {
            throw new WrongPassword();
        }
        String normalized = PasswordRule.normalized(newPassword);
        PasswordRule.check(normalized, user.username(), user.displayName());
        jdbc.sql("select change_password(:account, :hash, :now)")
                .param("account", user.accountId())
                .param("hash", hashes.hash(normalized))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> 1)
                .list();
        sessions.endAll(user.accountId());
        trail.record(TrailEvent.of("account.passwordChanged", user.username(), user.accountId()));
    }

    private Optional<String> hash(CurrentUser user) {
        return jdbc.sql("select password_hash from sign_in_lookup(:username)")
                .param("username", user.username())
                .query(String.class)
                .optional();
    }
}
