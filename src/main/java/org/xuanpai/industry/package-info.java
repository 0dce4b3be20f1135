/** Indicators and the yearly targets of townships (clause C1). Knows no report. */
@ApplicationModule(
        displayName = "Industry",
        allowedDependencies = {"shared", "platform", "audit", "exchange", "calendar", "division", "account"})
@NullMarked
package org.xuanpai.industry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
