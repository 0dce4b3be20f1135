/** Statutory working days and deadlines. Knows no report. */
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {"shared", "platform", "audit", "exchange"})
@NullMarked
package org.xuanpai.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
