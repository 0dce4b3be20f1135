/** Accounts, duties (a role at a unit for a time), log-in and the first set-up. Knows no business of the townships. */
@ApplicationModule(
        displayName = "Account",
        allowedDependencies = {"shared", "platform", "audit", "exchange", "calendar", "division"})
@NullMarked
package org.xuanpai.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
