package org.xuanpai.account;

import java.util.Optional;
import java.util.UUID;
import org.xuanpai.shared.Scope;

/** Accounts of people with a duty in a county, for other features; called inside their own, permitted use cases. */
public interface Accounts {

    /** The account of that user name, if it has or had a duty in the scope's counties; any other looks like a missing one. */
    Optional<AccountView> byUsername(Scope scope, String username);

    /** The account of that id, if it has or had a duty in the scope's counties. */
    Optional<AccountView> byId(Scope scope, UUID id);

    /**
     * An account, as other features see it.
     *
     * @param username the name to sign in with
     * @param displayName the owner's name
     */
    record AccountView(UUID id, String username, String displayName) {}
}
