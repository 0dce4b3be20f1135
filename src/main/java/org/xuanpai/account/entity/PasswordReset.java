package org.xuanpai.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.account.ResetOfOwnPassword;
import org.xuanpai.account.ResetOver;
import org.xuanpai.account.WrongAdministratorForReset;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.SecondPersonNeeded;

/**
 * A new password for an account that has one. It takes administrators of two kinds: one proposes it and gets the link, the
 * other confirms it and gets the code, and the owner needs both (decision 15). The database holds the same rules.
 */
@Entity
public class PasswordReset {

    /** From the proposal on. */
    public static final Duration VALID = Duration.ofHours(24);

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID accountId;

    @Column(updatable = false)
    private String username;

    @Column(updatable = false)
    private String displayName;

    @Column(updatable = false)
    private boolean ofAdministrator;

    @Column(updatable = false)
    private UUID proposedBy;

    @Column(updatable = false)
    private String proposedByName;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Role proposedRole;

    @Column(updatable = false)
    private Instant proposedAt;

    @Column(updatable = false)
    private Instant expiresAt;

    private @Nullable UUID confirmedBy;
    private @Nullable String confirmedByName;

    @Enumerated(EnumType.STRING)
    private @Nullable Role confirmedRole;

    private @Nullable Instant confirmedAt;
    private byte @Nullable [] codeHash;
    private @Nullable UUID refusedBy;
    private @Nullable String refusedByName;
    private @Nullable Instant refusedAt;

    /** Set by the database when the link is used. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected PasswordReset() {}

    /**
     * Proposes a reset.
     *
     * @param ofAdministrator whether the owner holds an administrator's duty now
     * @throws ResetOfOwnPassword when it is the own account
     * @throws WrongAdministratorForReset when this administrator begins no reset of such an account
     */
    public PasswordReset(Account account, boolean ofAdministrator, CurrentUser proposer, Instant now) {
        if (account.id().equals(proposer.accountId())) {
            throw new ResetOfOwnPassword();
        }
        if (proposer.role() != Role.SYSTEM_ADMIN && !(proposer.role() == Role.SECURITY_ADMIN && ofAdministrator)) {
            throw new WrongAdministratorForReset(account.displayName());
        }
        this.id = Ids.next();
        this.accountId = account.id();
        this.username = account.username();
        this.displayName = account.displayName();
        this.ofAdministrator = ofAdministrator;
        this.proposedBy = proposer.accountId();
        this.proposedByName = proposer.displayName();
        this.proposedRole = proposer.role();
        this.proposedAt = now;
        this.expiresAt = now.plus(VALID);
    }

    /**
     * Confirms it as the second person.
     *
     * @param digest of the code that goes with the link from now on
     * @throws ResetOver when it is used, refused or too old
     * @throws AlreadyConfirmed when somebody confirmed it before
     * @throws SecondPersonNeeded when the proposer confirms the own proposal
     * @throws ResetOfOwnPassword when it is the own account
     * @throws WrongAdministratorForReset when this administrator is not the second one for such an account
     */
    public void confirm(CurrentUser second, byte[] digest, Instant now) {
        mustBeOpen(now);
        if (confirmedBy != null) {
            throw new AlreadyConfirmed();
        }
        if (second.accountId().equals(proposedBy)) {
            throw new SecondPersonNeeded(proposedByName);
        }
        if (second.accountId().equals(accountId)) {
            throw new ResetOfOwnPassword();
        }
        if (!mayBeSecond(second.role(), proposedRole, ofAdministrator)) {
            throw new WrongAdministratorForReset(displayName);
        }
        this.confirmedBy = second.accountId();
        this.confirmedByName = second.displayName();
        this.confirmedRole = second.role();
        this.confirmedAt = now;
        this.codeHash = digest.clone();
    }

    /** Whether an administrator of this role is the second one for such an account: another one than the proposer's. */
    public static boolean mayBeSecond(Role role, Role proposedRole, boolean ofAdministrator) {
        return role != proposedRole && (role == Role.SECURITY_ADMIN || (role == Role.AUDITOR && ofAdministrator));
    }

    /**
     * Stops it, before or after the second person's word. Its own proposer may take it back the same way.
     *
     * @throws ResetOver when it is used, refused or too old
     */
    public void refuse(CurrentUser somebody, Instant now) {
        mustBeOpen(now);
        this.refusedBy = somebody.accountId();
        this.refusedByName = somebody.displayName();
        this.refusedAt = now;
    }

    private void mustBeOpen(Instant now) {
        if (refusedAt != null || usedAt != null || !expiresAt.isAfter(now)) {
            throw new ResetOver(displayName);
        }
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    public String proposedByName() {
        return proposedByName;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
