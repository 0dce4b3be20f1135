package org.xuanpai.platform;

import org.springframework.security.core.Authentication;

/** Keeps log-ins and new passwords apart. Implemented by {@code account}. */
public interface LogIns {

    /**
     * Does the work, at the end of which the session is in the database, while nobody can replace the password that was proved.
     *
     * @return false, and nothing was done, when it has been replaced since it was proved
     */
    boolean whilePasswordStands(Authentication proved, Runnable work);
}
