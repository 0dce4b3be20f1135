package org.xuanpai.account.service;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.LinkUnusable;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.shared.OpenToAll;

/** Choosing one's own password through a one-time link: first log-in and reset alike (controls A9). */
@Service
@Transactional
public class ActivationService {

    private final OneTimeLinks links;
    private final PasswordHashes hashes;
    private final AccountSessions sessions;
    private final AuditTrail trail;

    ActivationService(OneTimeLinks links, PasswordHashes hashes, AccountSessions sessions, AuditTrail trail) {
        this.links = links;
        this.hashes = hashes;
        this.sessions = sessions;
        this.trail = trail;
    }

    /**
     * The user name the link belongs to.
     *
     * @throws LinkUnusable when it is used, expired, replaced or unknown
     */
    @OpenToAll("the link itself is the proof; nobody is signed in yet")
    public String usernameOf(String token) {
        return links.owner(token).orElseThrow(LinkUnusable::new).username();
    }

    /**
     * Sets the password, burns the link and ends every session of the account.
     *
     * @throws org.xuanpai.account.WeakPassword when the password is not good enough; the link stays usable
     * @throws LinkUnusable when it is used, expired, replaced or unknown
     */
    @OpenToAll("the link itself is the proof; nobody is signed in yet")
    public void choosePassword(String token, String password) {
        OneTimeLinks.LinkOwner owner = links.owner(token).orElseThrow(LinkUnusable::new);
        String normalized = PasswordRule.normalized(password);
        PasswordRule.check(normalized, owner.username(), owner.displayName());
        setHash(token, hashes.hash(normalized), owner.username());
    }

    /** The same with a hash made before: the demo gives all its accounts one. */
    void setHash(String token, String hash, String username) {
        UUID account = links.use(token, hash).orElseThrow(LinkUnusable::new);
        sessions.endAll(account);
        trail.record(TrailEvent.of("account.passwordChosen", username, account));
    }
}
