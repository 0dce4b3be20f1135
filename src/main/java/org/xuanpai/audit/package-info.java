/** The append-only, hash-chained trail: what changed, who did it, what was refused. Knows no caller. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared", "platform", "exchange"})
@NullMarked
package org.xuanpai.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
