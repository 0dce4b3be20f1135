/** Monthly reports: entry, submission, review (clause C3). Knows no evaluation. */
@ApplicationModule(
        displayName = "Progress",
        allowedDependencies = {
            "shared",
            "platform",
            "audit",
            "exchange",
            "calendar",
            "division",
            "account",
            "industry",
            "progress.check"
        })
@NullMarked
package org.xuanpai.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
