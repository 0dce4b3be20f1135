/**
 * The appointment of First Secretaries: the procedure that nobody can pass, the public notice, the term (clauses A1, B1 to B5).
 * Knows no figures.
 */
@ApplicationModule(
        displayName = "Posting",
        allowedDependencies = {
            "shared",
            "platform",
            "audit",
            "exchange",
            "calendar",
            "division",
            "account",
            "posting.people"
        })
@NullMarked
package org.xuanpai.posting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
