/** Reading and writing spreadsheets. Knows columns, not features. */
@ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {"shared"})
@NullMarked
package org.xuanpai.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
