package org.xuanpai.account;

import java.util.List;
import org.xuanpai.shared.Role;

/** What the log-in page shows in demo mode; the bean exists there only. */
public interface DemoAccess {

    /** The one password of all demo accounts. */
    String password();

    /** The demo accounts in the order they are shown. */
    List<DemoAccount> accounts();

    /**
     * One line of the list.
     *
     * @param role the first duty's role
     * @param unitName where it is held
     */
    record DemoAccount(String username, String displayName, Role role, String unitName) {}
}
