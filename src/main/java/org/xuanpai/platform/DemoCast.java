package org.xuanpai.platform;

import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Role;

/** The people of the demo county while its past is made. Implemented by {@code account}. */
public interface DemoCast {

    /** A person under their first duty. */
    CurrentUser of(String username);

    /** A person under their duty of that role. */
    CurrentUser of(String username, Role role);
}
