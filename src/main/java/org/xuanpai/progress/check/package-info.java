/** Checks of the monthly report: what is blocked, what needs a reason, what is only said. Knows figures, no report. */
@ApplicationModule(
        displayName = "Checks",
        allowedDependencies = {"shared", "platform", "audit", "division", "industry"})
@NullMarked
package org.xuanpai.progress.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
