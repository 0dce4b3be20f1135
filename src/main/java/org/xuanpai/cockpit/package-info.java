/** Home pages and read models across features. Reads only, writes nothing. */
@ApplicationModule(
        displayName = "Cockpit",
        allowedDependencies = {
            "shared",
            "platform",
            "audit",
            "exchange",
            "calendar",
            "division",
            "account",
            "industry",
            "progress"
        })
@NullMarked
package org.xuanpai.cockpit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
