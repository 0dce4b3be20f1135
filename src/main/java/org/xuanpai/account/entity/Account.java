package org.xuanpai.account.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.account.AccountDisabled;
import org.xuanpai.shared.Ids;

/** One person's account. It gives no right by itself; duties do. */
@Entity
public class Account {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String username;
    private String displayName;
    private @Nullable Instant disabledAt;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Account() {}

    /**
     * A new account without password and duty.
     *
     * @param username 2 to 32 characters a–z, 0–9, dot, hyphen, underscore; begins with a letter
     * @param displayName the person's name, 1 to 40 characters
     */
    public Account(String username, String displayName, Instant now) {
        this.id = Ids.next();
        this.username = username;
        this.displayName = displayName;
        this.createdAt = now;
    }

    /** Ends every right of the account at the next request. */
    public void disable(Instant now) {
        if (disabledAt == null) {
            disabledAt = now;
        }
    }

    /** Lets the account in again. */
    public void enable() {
        disabledAt = null;
    }

    /** @throws AccountDisabled when the account is disabled */
    public void mustBeEnabled() {
        if (disabledAt != null) {
            throw new AccountDisabled(displayName);
        }
    }

    public UUID id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }
}
