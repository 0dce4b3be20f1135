/** The land: city, county, township, village, their codes, types and validity. Knows no posting. */
@ApplicationModule(
        displayName = "Division",
        allowedDependencies = {"shared", "platform", "audit", "exchange"})
@NullMarked
package org.xuanpai.division;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
