package org.xuanpai.account.service;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.account.LinkUnusable;
import org.xuanpai.account.WrongCode;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.shared.OpenToAll;

/**
 * Choosing one's own password through a one-time link: first log-in and reset alike (controls A9). The slow hash is computed
 * before the transaction begins, so that no connection waits for it.
 */
@Service
public class ActivationService {

    private final OneTimeLinks links;
    private final PasswordHashes hashes;
    private final AccountSessions sessions;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;

    ActivationService(
            OneTimeLinks links,
            PasswordHashes hashes,
            AccountSessions sessions,
            AuditTrail trail,
            PlatformTransactionManager transactions) {
        this.links = links;
        this.hashes = hashes;
        this.sessions = sessions;
        this.trail = trail;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * What the link's page shows.
     *
     * @throws LinkUnusable when it is used, expired, replaced, unknown or not confirmed by a second administrator
     */
    @OpenToAll("the link itself is the proof; nobody is signed in yet")
    public LinkView open(String token) {
        OneTimeLinks.LinkOwner owner = owner(token, "");
        return new LinkView(owner.username(), owner.needsCode());
    }

    /**
     * Sets the password, burns the link and ends every session of the account.
     *
     * @param code of the second administrator; empty where none is needed
     * @throws WrongCode when the code does not go with the link; the link stays usable
     * @throws org.xuanpai.account.WeakPassword when the password is not good enough; the link stays usable
     * @throws LinkUnusable when it is used, expired, replaced, unknown or not confirmed by a second administrator
     */
    @OpenToAll("the link itself is the proof; nobody is signed in yet")
    public void choosePassword(String token, String code, String password) {
        OneTimeLinks.LinkOwner owner = owner(token, code);
        if (!owner.codeFits()) {
            throw new WrongCode();
        }
        String normalized = PasswordRule.normalized(password);
        PasswordRule.check(normalized, owner.username(), owner.displayName());
        setHash(token, code, hashes.hash(normalized), owner.username());
    }

    /** The same with a hash made before: the demo gives all its accounts one. */
    void setHash(String token, String code, String hash, String username) {
        transactions.executeWithoutResult(status -> {
            UUID account = links.use(token, code, hash).orElseThrow(LinkUnusable::new);
            sessions.endAll(account);
            trail.record(TrailEvent.of("account.passwordChosen", username, account));
        });
    }

    private OneTimeLinks.LinkOwner owner(String token, String code) {
        return links.owner(token, code).orElseThrow(LinkUnusable::new);
    }

    /**
     * A link that can be used.
     *
     * @param username the user name it belongs to
     * @param needsCode whether the second administrator's code goes with it
     */
    public record LinkView(String username, boolean needsCode) {}
}
