package org.xuanpai.platform;

import org.xuanpai.shared.CurrentUser;

/** The people of the demo county while its past is made. Implemented by {@code account}. */
public interface DemoCast {

    /** A person under the first duty they hold at that time. */
    CurrentUser of(String username);
}
